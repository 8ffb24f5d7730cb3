package org.foyal.agreement.following;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which days were told, in `agreement.told`.
@Repository
class ToldStore {
  private final JdbcClient sql;

  ToldStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<LocalDate> last() {
    return sql.sql("select max(day) from agreement.told")
        .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }

  /// Claims a day; false when another process has told it.
  boolean claim(LocalDate day, Instant at) {
    return sql.sql(
                """
                insert into agreement.told (day, told_at) values (:day, :at)
                on conflict (day) do nothing
                """)
            .param("day", day)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }
}
