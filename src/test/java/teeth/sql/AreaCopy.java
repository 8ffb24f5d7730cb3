package teeth.sql;

import java.sql.Connection;
import org.postgresql.copy.CopyManager;

/// Copies without being a store, itself and inside.
record AreaCopy(CopyManager copy) {
  record Inner(Connection connection) {}
}
