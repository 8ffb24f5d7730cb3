package org.foyal.learning.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
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

  boolean update(Resource made) {
    return write(
            """
            update learning.resource set name = :name, place = :place, seats = :seats,
              account = :account, active = :active, version = version + 1
            where id = :id and kind = :kind and version = :version and not exists (
              select from learning.resource o where o.account = :account and o.id <> :id)
            """,
            made)
        == 1;
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
