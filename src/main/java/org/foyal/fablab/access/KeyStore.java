package org.foyal.fablab.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of interlocks and badges.
@Repository("labKeyStore")
class KeyStore {
  private final JdbcClient sql;

  KeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// False where the machine has one, or there is no such machine.
  boolean add(UUID device, UUID machine, boolean example) {
    return sql.sql(
                """
                insert into fablab.interlock (device, machine, example)
                select :device, id, :example from fablab.machine where id = :machine
                on conflict do nothing
                """)
            .param("device", device)
            .param("machine", machine)
            .param("example", example)
            .update()
        == 1;
  }

  List<Interlock> list() {
    return sql.sql("select * from fablab.interlock where ended_at is null order by device")
        .query(KeyStore::interlock)
        .list();
  }

  Optional<Interlock> find(UUID device) {
    return sql.sql("select * from fablab.interlock where device = :device and ended_at is null")
        .param("device", device)
        .query(KeyStore::interlock)
        .optional();
  }

  void seen(UUID device, Instant at) {
    sql.sql("update fablab.interlock set seen_at = greatest(seen_at, :at) where device = :device")
        .param("device", device)
        .param("at", time(at))
        .update();
  }

  boolean end(UUID device, Instant at) {
    return sql.sql(
                """
                update fablab.interlock set ended_at = :at
                where device = :device and ended_at is null
                """)
            .param("device", device)
            .param("at", time(at))
            .update()
        == 1;
  }

  /// False where the same form gave one before.
  boolean give(Badge made, String digest, @Nullable UUID by) {
    return sql.sql(
                """
                insert into fablab.badge (id, member, digest, given_at, given_by, example)
                select :id, id, :digest, :at, :by, example from fablab.member where id = :member
                on conflict do nothing
                """)
            .param("id", made.id())
            .param("member", made.member())
            .param("digest", digest)
            .param("at", time(made.givenAt()))
            .param("by", by, Types.OTHER)
            .update()
        == 1;
  }

  /// One that was not ended yet at a moment.
  Optional<Badge> badge(String digest, Instant at) {
    return sql.sql(
            """
            select * from fablab.badge
            where digest = :digest and (ended_at is null or ended_at > :at)
            """)
        .param("digest", digest)
        .param("at", time(at))
        .query(KeyStore::badge)
        .optional();
  }

  List<Badge> badges(UUID member) {
    return sql.sql("select * from fablab.badge where member = :member order by given_at desc, id")
        .param("member", member)
        .query(KeyStore::badge)
        .list();
  }

  boolean endBadge(UUID id, Instant at) {
    return sql.sql("update fablab.badge set ended_at = :at where id = :id and ended_at is null")
            .param("id", id)
            .param("at", time(at))
            .update()
        == 1;
  }

  private static Interlock interlock(ResultSet row, int number) throws SQLException {
    return new Interlock(
        row.getObject("device", UUID.class),
        row.getObject("machine", UUID.class),
        instant(row, "seen_at"),
        row.getBoolean("example"));
  }

  private static Badge badge(ResultSet row, int number) throws SQLException {
    return new Badge(
        row.getObject("id", UUID.class),
        row.getObject("member", UUID.class),
        instant(row, "given_at").orElseThrow(),
        instant(row, "ended_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
