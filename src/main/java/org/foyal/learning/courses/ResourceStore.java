package org.foyal.learning.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rooms, trainers and equipment, in `learning.resource`.
@Repository
class ResourceStore {
  private final JdbcClient sql;

  ResourceStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Resource> list() {
    return sql.sql("select * from learning.resource order by kind, name, id")
        .query(ResourceStore::row)
        .list();
  }

  Optional<Resource> find(UUID id) {
    return sql.sql("select * from learning.resource where id = :id")
        .param("id", id)
        .query(ResourceStore::row)
        .optional();
  }

  /// The trainer whose account it is.
  Optional<Resource> findByAccount(UUID account) {
    return sql.sql("select * from learning.resource where account = :account")
        .param("account", account)
        .query(ResourceStore::row)
        .optional();
  }

  /// Adds one; false when it is there, or the account is another trainer's.
  boolean add(Resource made) {
    return write(
            """
            insert into learning.resource (id, kind, name, place, seats, account, active, example)
            values (:id, :kind, :name, :place, :seats, :account, :active, :example)
            on conflict do nothing
            """,
            made)
        == 1;
  }

  /// Holds one until the transaction ends: nobody takes it meanwhile.
  Optional<Resource> lock(UUID id) {
    return sql.sql("select * from learning.resource where id = :id for update")
        .param("id", id)
        .query(ResourceStore::row)
        .optional();
  }

  /// Makes a new room part of another one, which is whole itself and in the same place; then it is
  /// taken whenever that one is.
  boolean join(UUID part, UUID whole, Instant now) {
    boolean joined =
        sql.sql(
                    """
                    update learning.resource r set part_of = w.id from learning.resource w
                    where r.id = :part and w.id = :whole and r.id <> w.id
                      and w.part_of is null and w.kind = 'ROOM' and w.place = r.place
                    """)
                .param("part", part)
                .param("whole", whole)
                .update()
            == 1;
    if (joined) {
      sql.sql(
              """
              insert into learning.occupation (resource, during, session, appointment)
              select :part, during, session, appointment from learning.occupation
              where resource = :whole and active and upper(during) > :now
              """)
          .param("part", part)
          .param("whole", whole)
          .param("now", now.atOffset(ZoneOffset.UTC))
          .update();
    }
    return joined;
  }

  /// The rooms that are part of another one, each with that one.
  Map<UUID, UUID> parts() {
    var parts = new HashMap<UUID, UUID>();
    sql.sql("select id, part_of from learning.resource where part_of is not null")
        .query(row -> {
          parts.put(row.getObject("id", UUID.class), row.getObject("part_of", UUID.class));
        });
    return parts;
  }

  boolean update(Resource made, Instant now) {
    boolean written =
        write(
                """
                update learning.resource set name = :name, place = :place, seats = :seats,
                  account = :account, active = :active, version = version + 1
                where id = :id and kind = :kind and version = :version and not exists (
                  select from learning.resource o where o.account = :account and o.id <> :id)
                """,
                made)
            == 1;
    if (written) {
      sql.sql("update learning.resource set changed_at = :now where id = :id")
          .param("now", now.atOffset(ZoneOffset.UTC))
          .param("id", made.id())
          .update();
    }
    return written;
  }

  /// Of the planned sessions in a room that are not over, the first of those with most seats.
  Optional<Session> largest(UUID room, Instant now) {
    return sql.sql(
            """
            select * from learning.session
            where room = :room and state = 'PLANNED' and ends_at > :now
            order by seats desc, starts_at, id limit 1
            """)
        .param("room", room)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(TimetableStore::row)
        .optional();
  }

  /// Erases the names of trainers who are out of use since a moment and have held nothing since;
  /// what they were planned for stays. Answers how many.
  int forget(Instant before, String instead) {
    return sql.sql(
            """
            update learning.resource r set name = :instead, account = null, version = version + 1
            where kind = 'TRAINER' and not active and changed_at < :before
              and (name <> :instead or account is not null)
              and not exists (
                select from learning.occupation o
                where o.resource = r.id and upper(o.during) >= :before)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("instead", instead)
        .update();
  }

  private int write(String statement, Resource made) {
    var seats = made.seats();
    return sql.sql(statement)
        .param("id", made.id())
        .param("kind", made.kind().name())
        .param("name", made.name())
        .param("place", made.place().orElse(null), Types.OTHER)
        .param("seats", seats.isPresent() ? seats.getAsInt() : null, Types.INTEGER)
        .param("account", made.account().orElse(null), Types.OTHER)
        .param("active", made.active())
        .param("example", made.example())
        .param("version", made.version())
        .update();
  }

  private static Resource row(ResultSet row, int number) throws SQLException {
    int seats = row.getInt("seats");
    return new Resource(
        row.getObject("id", UUID.class),
        Resource.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        Optional.ofNullable(row.getObject("place", UUID.class)),
        seats == 0 ? OptionalInt.empty() : OptionalInt.of(seats),
        Optional.ofNullable(row.getObject("account", UUID.class)),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }
}
