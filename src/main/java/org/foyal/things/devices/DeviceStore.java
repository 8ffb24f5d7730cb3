package org.foyal.things.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.things.model.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Devices, what they may touch, and the codes that wait to be exchanged for their credentials.
@Repository
class DeviceStore {
  private static final String DEVICE =
      """
      select d.*, array(select t.thing from things.device_thing t where t.device = d.id) as reach
      from things.device d
      """;

  private final JdbcClient sql;

  DeviceStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Whether it was entered; not when its number or its username is there.
  boolean add(Device made, @Nullable Digest digest) {
    return sql.sql(
                """
                insert into things.device
                  (id, username, name, digest, every_thing, a_day, burst, example, made_at)
                values (:id, :username, :name, :digest, :every, :day, :burst, :example, :at)
                on conflict do nothing
                """)
            .param("id", made.id())
            .param("username", made.username())
            .param("name", made.name())
            .param("digest", digest == null ? null : digest.bytes())
            .param("every", made.rights() instanceof Rights.Everything)
            .param("day", made.quota().a_day())
            .param("burst", made.quota().burst())
            .param("example", made.example())
            .param("at", at(made.life().madeAt()))
            .update()
        == 1;
  }

  /// Which of these things there are.
  Set<Long> known(Set<Long> things) {
    return sql.sql("select id from things.thing where id = any(:things)")
        .param("things", things.toArray(Long[]::new))
        .query(Long.class)
        .set();
  }

  /// Lets a device write on things.
  void letWrite(UUID device, Set<Long> things) {
    sql.sql(
            """
            insert into things.device_thing (device, thing)
            select :device, id from things.thing where id = any(:things)
            on conflict (device, thing) do nothing
            """)
        .param("device", device)
        .param("things", things.toArray(Long[]::new))
        .update();
  }

  List<Device> list() {
    return sql.sql(DEVICE + " order by d.revoked_at nulls first, d.name, d.made_at limit 5000")
        .query(DeviceStore::device)
        .list();
  }

  Optional<Device> find(UUID id) {
    return sql.sql(DEVICE + " where d.id = :id")
        .param("id", id)
        .query(DeviceStore::device)
        .optional();
  }

  /// A device with the digests of the secrets that open, unless it was revoked or waits.
  ///
  /// @param earlier opens until its life says
  record Opening(Device device, Digest digest, @Nullable Digest earlier) {}

  Optional<Opening> opening(String username) {
    return sql.sql(
            DEVICE
                + " where d.username = :username and d.revoked_at is null and d.digest is not null")
        .param("username", username)
        .query((row, number) -> {
          var earlier = row.getBytes("earlier_digest");
          return new Opening(
              device(row, number),
              Digest.of(row.getBytes("digest")),
              earlier == null ? null : Digest.of(earlier));
        })
        .optional();
  }

  void heard(UUID id, Instant at) {
    sql.sql("update things.device set heard_at = :at where id = :id")
        .param("at", at(at))
        .param("id", id)
        .update();
  }

  boolean rotate(UUID id, Digest digest, Instant now, Instant earlierUntil) {
    return sql.sql(
                """
                update things.device
                set earlier_digest = digest, earlier_until = :until, digest = :digest, rotated_at = :now
                where id = :id and revoked_at is null and digest is not null
                """)
            .param("digest", digest.bytes())
            .param("until", at(earlierUntil))
            .param("now", at(now))
            .param("id", id)
            .update()
        == 1;
  }

  boolean revoke(UUID id, Instant at) {
    sql.sql("delete from things.claim where device = :id").param("id", id).update();
    return sql.sql(
                "update things.device set revoked_at = :at where id = :id and revoked_at is null")
            .param("at", at(at))
            .param("id", id)
            .update()
        == 1;
  }

  void claim(UUID device, Digest code, Instant until) {
    sql.sql("insert into things.claim (digest, device, until) values (:code, :device, :until)")
        .param("code", code.bytes())
        .param("device", device)
        .param("until", at(until))
        .update();
  }

  /// Uses a code up; the device it stands for, unless the code is none, past, or used.
  Optional<UUID> use(Digest code, Instant now) {
    return sql.sql(
            """
            update things.claim c set used_at = :now from things.device d
            where c.digest = :code and c.used_at is null and c.until > :now
              and d.id = c.device and d.revoked_at is null and d.digest is null
            returning c.device
            """)
        .param("now", at(now))
        .param("code", code.bytes())
        .query(UUID.class)
        .optional();
  }

  void open(UUID id, Digest digest) {
    sql.sql("update things.device set digest = :digest where id = :id")
        .param("digest", digest.bytes())
        .param("id", id)
        .update();
  }

  /// Forgets codes and devices of codes that nobody exchanged in time.
  int forgetUnclaimed(Instant before) {
    sql.sql(
            """
            delete from things.device d using things.claim c
            where c.device = d.id and c.used_at is null and c.until < :before and d.digest is null
            """)
        .param("before", at(before))
        .update();
    return sql.sql("delete from things.claim where until < :before")
        .param("before", at(before))
        .update();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Device device(ResultSet row, int number) throws SQLException {
    var things = (Long[]) row.getArray("reach").getArray();
    return new Device(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("name"),
        row.getBoolean("every_thing")
            ? new Rights.Everything()
            : new Rights.Some(Arrays.stream(things).collect(Collectors.toSet())),
        new Device.Quota(row.getInt("a_day"), row.getInt("burst")),
        row.getBoolean("example"),
        row.getBytes("digest") == null,
        new Device.Life(
            moment(row, "made_at").orElseThrow(),
            moment(row, "rotated_at"),
            moment(row, "earlier_until"),
            moment(row, "revoked_at")),
        moment(row, "heard_at"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
