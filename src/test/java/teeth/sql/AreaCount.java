package teeth.sql;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Not a store, and speaks SQL.
record AreaCount(JdbcClient sql) {}
