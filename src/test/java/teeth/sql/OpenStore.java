package teeth.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/// A store that everybody sees; what it holds it may.
public class OpenStore {
  record Row(JdbcClient sql) {}
}
