package org.foyal.learning.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Session.State;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sessions, in `learning.session`.
@Repository
class TimetableStore {
  private final JdbcClient sql;

  TimetableStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Session> find(UUID id) {
    return sql.sql("select * from learning.session where id = :id")
        .param("id", id)
        .query(TimetableStore::row)
        .optional();
  }

  /// Holds a session until the transaction ends.
  Optional<Session> lock(UUID id) {
    return sql.sql("select * from learning.session where id = :id for update")
        .param("id", id)
        .query(TimetableStore::row)
        .optional();
  }

  /// Sees to it that nobody changes a session until the transaction ends; others may do the same.
  Optional<Session> share(UUID id) {
    return sql.sql("select * from learning.session where id = :id for share")
        .param("id", id)
        .query(TimetableStore::row)
        .optional();
  }

  /// Those that begin at or after a moment, the soonest first; cancelled ones too.
  List<Session> upcoming(Instant from, int most) {
    return sql.sql(
            """
            select * from learning.session where starts_at >= :from order by starts_at, id limit :most
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(TimetableStore::row)
        .list();
  }

  static Session row(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        row.getString("course"),
        Optional.ofNullable(row.getObject("series", UUID.class)),
        row.getObject("place", UUID.class),
        Optional.ofNullable(row.getObject("room", UUID.class)),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getInt("set_up_minutes"),
        row.getInt("clean_up_minutes"),
        row.getInt("seats"),
        Language.find(row.getString("language")).orElseThrow(),
        row.getBoolean("childcare"),
        row.getBoolean("step_free"),
        row.getBoolean("women_only"),
        row.getInt("reserved_percent"),
        row.getInt("reserved_until_days"),
        State.valueOf(row.getString("state")),
        cancelled(row.getString("cancel_reason"), row.getString("cancel_words")),
        row.getInt("version"),
        row.getInt("sequence"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("example"));
  }

  private static Optional<Cancelled> cancelled(@Nullable String reason, @Nullable String words) {
    return Optional.ofNullable(reason)
        .map(Reason::valueOf)
        .map(named -> new Cancelled(named, Optional.ofNullable(words)));
  }
}
