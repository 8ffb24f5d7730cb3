package org.foyal.learning.appointments;

import static org.foyal.learning.appointments.SlotStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is counted and names nobody: numbers of whoever comes without an appointment, in
/// `learning.ticket`, and days that were asked for and full, in `learning.unmet`.
@Repository
class TicketStore {
  private final JdbcClient sql;

  TicketStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Somebody who came without an appointment.
  ///
  /// @param number of the day
  record Ticket(UUID id, UUID place, LocalDate day, int number, Instant cameAt, String state) {
    boolean waits() {
      return state.equals("WAITING");
    }
  }

  /// Gives the next number of a day at a place; whoever gives one at the same time waits. The same
  /// form gives one.
  Ticket add(UUID form, UUID place, LocalDate day, Instant at, @Nullable UUID account) {
    sql.sql("select 1 from (select pg_advisory_xact_lock(hashtext(:what))) as held")
        .param("what", "learning.ticket " + place + " " + day)
        .query()
        .listOfRows();
    sql.sql(
            """
            insert into learning.ticket (id, form, place, day, number, came_at, state, account)
            select :id, :form, :place, :day, coalesce(max(number), 0) + 1, :at, 'WAITING', :account
            from learning.ticket where place = :place and day = :day
            on conflict (form) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("form", form)
        .param("place", place)
        .param("day", day)
        .param("at", utc(at))
        .param("account", account, Types.OTHER)
        .update();
    return sql.sql("select * from learning.ticket where form = :form")
        .param("form", form)
        .query(TicketStore::row)
        .single();
  }

  Optional<Ticket> find(UUID id) {
    return sql.sql("select * from learning.ticket where id = :id")
        .param("id", id)
        .query(TicketStore::row)
        .optional();
  }

  /// Those of a day at a place, in their order.
  List<Ticket> of(UUID place, LocalDate day) {
    return sql.sql(
            "select * from learning.ticket where place = :place and day = :day order by number")
        .param("place", place)
        .param("day", day)
        .query(TicketStore::row)
        .list();
  }

  /// Ends one that waits. False: somebody else did.
  boolean end(UUID id, String state, Instant at) {
    return sql.sql(
                """
                update learning.ticket set state = :state, over_at = :at
                where id = :id and (state = 'WAITING' or state = 'LEFT' and :state = 'SEEN')
                """)
            .param("state", state)
            .param("at", utc(at))
            .param("id", id)
            .update()
        == 1;
  }

  /// Whoever still waited when the day was over has left.
  void endDays(LocalDate before, Instant at) {
    sql.sql(
            """
            update learning.ticket set state = 'LEFT', over_at = :at
            where state = 'WAITING' and day < :before
            """)
        .param("at", utc(at))
        .param("before", before)
        .update();
  }

  /// Counts that somebody asked for a day that was full.
  void unmet(UUID place, LocalDate day) {
    sql.sql(
            """
            insert into learning.unmet (place, day, asked) values (:place, :day, 1)
            on conflict (place, day) do update set asked = unmet.asked + 1
            """)
        .param("place", place)
        .param("day", day)
        .update();
  }

  /// How often full days were asked for.
  int unmet(LocalDate from, LocalDate to) {
    return sql.sql(
            "select coalesce(sum(asked), 0) from learning.unmet where day between :from and :to")
        .param("from", from)
        .param("to", to)
        .query(Integer.class)
        .single();
  }

  private static Ticket row(ResultSet row, int number) throws SQLException {
    return new Ticket(
        row.getObject("id", UUID.class),
        row.getObject("place", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getInt("number"),
        row.getObject("came_at", OffsetDateTime.class).toInstant(),
        row.getString("state"));
  }
}
