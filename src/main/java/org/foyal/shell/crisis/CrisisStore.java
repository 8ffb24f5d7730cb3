package org.foyal.shell.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The crises, in `shell.crisis`.
@Repository
class CrisisStore {
  private final JdbcClient sql;

  CrisisStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A row.
  record Row(
      long id,
      Instant since,
      String reason,
      Told message,
      String numbers,
      Instant reviewAt,
      boolean ended,
      Instant changedAt,
      int version) {}

  /// The last one that was declared, over or not.
  Optional<Row> last() {
    return sql.sql("select * from shell.crisis order by id desc limit 1")
        .query(CrisisStore::row)
        .optional();
  }

  /// Declares one; false while there is one.
  boolean start(CrisisSwitch.Declared declared, Instant at) {
    return sql.sql(
                """
                insert into shell.crisis (since, reason, message, numbers, review_at, changed_at)
                values (:at, :reason, :message::jsonb, :numbers, :review, :at)
                on conflict do nothing
                """)
            .param("at", utc(at))
            .param("reason", declared.reason())
            .param("message", declared.message().json())
            .param("numbers", declared.numbers())
            .param("review", utc(declared.reviewAt()))
            .update()
        == 1;
  }

  /// Changes what is said in one that is not over; false when somebody else did first.
  boolean change(long id, int version, CrisisSwitch.Declared declared, Instant at) {
    return sql.sql(
                """
                update shell.crisis set reason = :reason, message = :message::jsonb,
                  numbers = :numbers, review_at = :review, changed_at = :at, version = version + 1
                where id = :id and version = :version and ended_at is null
                """)
            .param("id", id)
            .param("version", version)
            .param("reason", declared.reason())
            .param("message", declared.message().json())
            .param("numbers", declared.numbers())
            .param("review", utc(declared.reviewAt()))
            .param("at", utc(at))
            .update()
        == 1;
  }

  /// Ends one; false when somebody else changed or ended it first.
  boolean end(long id, int version, Instant at) {
    return sql.sql(
                """
                update shell.crisis set ended_at = :at, changed_at = :at, version = version + 1
                where id = :id and version = :version and ended_at is null
                """)
            .param("id", id)
            .param("version", version)
            .param("at", utc(at))
            .update()
        == 1;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("reason"),
        Told.ofJson(row.getString("message")),
        row.getString("numbers"),
        row.getObject("review_at", OffsetDateTime.class).toInstant(),
        row.getObject("ended_at") != null,
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getInt("version"));
  }
}
