package org.foyal.fablab.booking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.foyal.fablab.booking.LabDays.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of a day’s groups, which are bookings of a space by nobody in particular.
@Repository("fablabGroupStore")
class GroupStore {
  private final JdbcClient sql;

  GroupStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Group> within(Span span) {
    return sql.sql(
            """
            select id, visitors, people, state, lower(during) as starts, upper(during) as ends from fablab.booking
            where space is not null and during && tstzrange(:from, :until) order by starts, id
            """)
        .param("from", span.from().atOffset(ZoneOffset.UTC))
        .param("until", span.until().atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Group(
                row.getObject("id", UUID.class),
                row.getString("visitors"),
                row.getInt("people"),
                State.valueOf(row.getString("state")),
                new Span(
                    row.getObject("starts", OffsetDateTime.class).toInstant(),
                    row.getObject("ends", OffsetDateTime.class).toInstant())))
        .list();
  }

  /// Takes back what is still to come of groups in a while.
  ///
  /// @return which
  List<UUID> close(Span span, Instant now) {
    return sql.sql(
            """
            update fablab.booking set state = 'REVOKED', reason = 'CLOSED', sequence = sequence + 1,
              changed_at = :now
            where space is not null and state = 'CONFIRMED' and during && tstzrange(:from, :until)
              and upper(during) > :now
            returning id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("from", span.from().atOffset(ZoneOffset.UTC))
        .param("until", span.until().atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }
}
