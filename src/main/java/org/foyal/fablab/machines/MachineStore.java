package org.foyal.fablab.machines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.fablab.machines.Machine.Condition;
import org.foyal.fablab.machines.Machine.State;
import org.foyal.fablab.machines.Machine.Wear;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The machines, in `fablab.machine`, with their history, in `fablab.machine_state`, and the spaces
/// of the lab, in `fablab.space`.
@Repository
class MachineStore {
  private final JdbcClient sql;

  MachineStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Machine> list() {
    return sql.sql("select * from fablab.machine order by type, name, id")
        .query(MachineStore::machine)
        .list();
  }

  Optional<Machine> find(UUID id) {
    return sql.sql("select * from fablab.machine where id = :id")
        .param("id", id)
        .query(MachineStore::machine)
        .optional();
  }

  /// Holds a machine until the transaction ends.
  Optional<Machine> lock(UUID id) {
    return sql.sql("select * from fablab.machine where id = :id for update")
        .param("id", id)
        .query(MachineStore::machine)
        .optional();
  }

  boolean add(Machine made) {
    return with(
                made,
                """
                insert into fablab.machine (id, type, space, name, state, state_since,
                  service_every_hours, example)
                values (:id, :type, :space, :name, :state, :since, :service, :example)
                on conflict do nothing
                """)
            .update()
        == 1;
  }

  boolean update(Machine made) {
    return with(
                made,
                """
                update fablab.machine set type = :type, space = :space, name = :name,
                  service_every_hours = :service, version = version + 1
                where id = :id and version = :version
                """)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec with(Machine made, String statement) {
    return sql.sql(statement)
        .param("id", made.id())
        .param("type", made.type())
        .param("space", made.space())
        .param("name", made.name())
        .param("state", made.condition().state().name())
        .param("since", made.condition().since().atOffset(ZoneOffset.UTC))
        .param("service", made.wear().serviceEvery_hours().orElse(null), Types.INTEGER)
        .param("example", made.example())
        .param("version", made.version());
  }

  /// Writes how a machine stands, and adds it to its history.
  void state(UUID machine, Condition condition, @Nullable UUID account) {
    sql.sql(
            """
            update fablab.machine set state = :state, state_words = :words, state_since = :since
            where id = :id
            """)
        .param("state", condition.state().name())
        .param("words", condition.words().orElse(null), Types.VARCHAR)
        .param("since", condition.since().atOffset(ZoneOffset.UTC))
        .param("id", machine)
        .update();
    history(machine, condition, null, account);
  }

  /// Notes that a machine was serviced.
  void serviced(Machine machine, Instant at, @Nullable UUID account) {
    sql.sql("update fablab.machine set serviced_at_minutes = used_minutes where id = :id")
        .param("id", machine.id())
        .update();
    var now = new Condition(machine.condition().state(), machine.condition().words(), at);
    history(machine.id(), now, machine.wear().used_minutes(), account);
  }

  void history(UUID machine, Condition condition, @Nullable Long serviced, @Nullable UUID account) {
    sql.sql(
            """
            insert into fablab.machine_state (machine, at, state, words, serviced_at_minutes, account)
            values (:machine, :at, :state, :words, :serviced, :account)
            """)
        .param("machine", machine)
        .param("at", condition.since().atOffset(ZoneOffset.UTC))
        .param("state", condition.state().name())
        .param("words", condition.words().orElse(null), Types.VARCHAR)
        .param("serviced", serviced, Types.BIGINT)
        .param("account", account, Types.OTHER)
        .update();
  }

  /// What became of a machine, the last first.
  List<Machines.Happened> history(UUID machine, int most) {
    return sql.sql(
            """
            select * from fablab.machine_state where machine = :machine order by id desc limit :most
            """)
        .param("machine", machine)
        .param("most", most)
        .query((row, _) ->
            new Machines.Happened(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("words")),
                row.getObject("serviced_at_minutes") != null))
        .list();
  }

  void used(UUID machine, long minutes) {
    sql.sql("update fablab.machine set used_minutes = used_minutes + :minutes where id = :id")
        .param("minutes", minutes)
        .param("id", machine)
        .update();
  }

  List<Space> listSpaces() {
    return sql.sql("select * from fablab.space order by name, id")
        .query(MachineStore::space)
        .list();
  }

  boolean add(Space made) {
    return with(
                made,
                """
                insert into fablab.space (id, name, place, seats, part_of, active, example)
                values (:id, :name, :place, :seats, :partOf, :active, :example)
                on conflict do nothing
                """)
            .update()
        == 1;
  }

  boolean update(Space made) {
    return with(
                made,
                """
                update fablab.space set name = :name, place = :place, seats = :seats,
                  part_of = :partOf, active = :active, version = version + 1
                where id = :id and version = :version
                """)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec with(Space made, String statement) {
    return sql.sql(statement)
        .param("id", made.id())
        .param("name", made.name())
        .param("place", made.place().orElse(null), Types.OTHER)
        .param("seats", made.seats())
        .param("partOf", made.partOf().orElse(null), Types.OTHER)
        .param("active", made.active())
        .param("example", made.example())
        .param("version", made.version());
  }

  /// A space, all that it is a part of, and all its parts.
  Set<UUID> blocking(UUID space) {
    return Set.copyOf(
        sql.sql(
                """
                with recursive above(id) as (
                  select :id::uuid
                  union select s.part_of from fablab.space s join above a on s.id = a.id
                    where s.part_of is not null),
                below(id) as (
                  select :id::uuid
                  union select s.id from fablab.space s join below b on s.part_of = b.id)
                select id from above union select id from below
                """)
            .param("id", space)
            .query(UUID.class)
            .list());
  }

  private static Machine machine(ResultSet row, int number) throws SQLException {
    return new Machine(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getObject("space", UUID.class),
        row.getString("name"),
        new Condition(
            State.valueOf(row.getString("state")),
            Optional.ofNullable(row.getString("state_words")),
            row.getObject("state_since", OffsetDateTime.class).toInstant()),
        new Wear(
            row.getLong("used_minutes"),
            Optional.ofNullable(row.getObject("service_every_hours", Integer.class)),
            row.getLong("serviced_at_minutes")),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static Space space(ResultSet row, int number) throws SQLException {
    return new Space(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Optional.ofNullable(row.getObject("place", UUID.class)),
        row.getInt("seats"),
        Optional.ofNullable(row.getObject("part_of", UUID.class)),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }
}
