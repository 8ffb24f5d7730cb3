package org.foyal.fibre.asking;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads of which day the last file of a source is.
@Repository
class LastFileStore {
  private final JdbcClient sql;

  LastFileStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The day of the last file of a kind that stands.
  ///
  /// @param operator whose network it tells of; empty: the regulator's
  Optional<LocalDate> lastFile(String kind, String operator) {
    return sql.sql(
            """
            select as_of from fibre.delivery
            where kind = :kind and undone_at is null and (operator is null or operator = :operator)
            order by as_of desc limit 1
            """)
        .param("kind", kind)
        .param("operator", operator)
        .query(LocalDate.class)
        .optional();
  }
}
