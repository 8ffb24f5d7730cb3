package org.foyal.learning.calendars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The secret addresses of calendars, in `learning.calendar_key`.
@Repository
class CalendarKeyStore {
  private final JdbcClient sql;

  CalendarKeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  void add(CalendarKey key, byte[] hash) {
    sql.sql(
            """
            insert into learning.calendar_key (id, resource, secret_hash, label, made_at)
            values (:id, :resource, :hash, :label, :madeAt)
            """)
        .param("id", key.id())
        .param("resource", key.trainer())
        .param("hash", hash)
        .param("label", key.label())
        .param("madeAt", key.madeAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The open ones of a trainer, the newest first.
  List<CalendarKey> list(UUID trainer) {
    return sql.sql(
            """
            select * from learning.calendar_key where resource = :trainer and revoked_at is null
            order by made_at desc, id
            """)
        .param("trainer", trainer)
        .query(CalendarKeyStore::row)
        .list();
  }

  Optional<CalendarKey> find(UUID id) {
    return sql.sql("select * from learning.calendar_key where id = :id and revoked_at is null")
        .param("id", id)
        .query(CalendarKeyStore::row)
        .optional();
  }

  /// The trainer whose calendar a secret opens.
  Optional<UUID> open(byte[] hash) {
    return sql.sql(
            """
            select resource from learning.calendar_key
            where secret_hash = :hash and revoked_at is null
            """)
        .param("hash", hash)
        .query(UUID.class)
        .optional();
  }

  boolean revoke(UUID id, Instant now) {
    return sql.sql(
                """
                update learning.calendar_key set revoked_at = :now
                where id = :id and revoked_at is null
                """)
            .param("id", id)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void revokeAll(UUID trainer, Instant now) {
    sql.sql(
            """
            update learning.calendar_key set revoked_at = :now
            where resource = :trainer and revoked_at is null
            """)
        .param("trainer", trainer)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void forget(Instant before) {
    sql.sql("delete from learning.calendar_key where revoked_at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static CalendarKey row(ResultSet row, int number) throws SQLException {
    return new CalendarKey(
        row.getObject("id", UUID.class),
        row.getObject("resource", UUID.class),
        row.getString("label"),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }
}
