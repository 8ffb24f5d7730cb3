package org.foyal.fablab.visits;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.kernel.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of visits, which are bookings of a space by nobody in particular.
@Repository("fablabVisitStore")
class VisitStore {
  private static final String VISITS =
      """
      select id, space, visitors, people, contact, lower(during) as starts, upper(during) as ends
      from fablab.booking where space is not null\
      """;

  private static final String CONFIRMED = VISITS + " and state = 'CONFIRMED'";

  private final JdbcClient sql;

  VisitStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// False where the same form was noted before.
  boolean add(Visit made, Reference reference, @Nullable UUID by, Instant now) {
    return sql.sql(
                """
                insert into fablab.booking (id, reference, space, visitors, people, contact, during, held, state,
                  staffed, channel, taken_by, asked_at, changed_at, example)
                select :id, :reference, s.id, :visitors, :people, nullif(:contact, ''), tstzrange(:from, :until),
                  tstzrange(:from, :until), 'CONFIRMED', true, 'COUNTER', :by, :now, :now, s.example
                from fablab.space s where s.id = :space
                on conflict (id) do nothing
                """)
            .param("id", made.id())
            .param("reference", reference.signs())
            .param("space", made.space())
            .param("visitors", made.visitors())
            .param("people", made.people())
            .param("contact", made.email())
            .param("from", at(made.span().from()))
            .param("until", at(made.span().until()))
            .param("by", by, Types.OTHER)
            .param("now", at(now))
            .update()
        == 1;
  }

  /// One that was called off, or took place.
  Optional<Visit> findAny(UUID id) {
    return one(VISITS, id);
  }

  /// One that is still to come or under way.
  Optional<Visit> find(UUID id) {
    return one(CONFIRMED, id);
  }

  private Optional<Visit> one(String those, UUID id) {
    return sql.sql(those + " and id = :id")
        .param("id", id)
        .query((row, _) -> visit(row))
        .optional();
  }

  /// Those that end after a moment, the first first.
  List<Visit> coming(Instant after, int most) {
    return sql.sql(CONFIRMED + " and upper(during) > :after order by starts, id limit :most")
        .param("after", at(after))
        .param("most", most)
        .query((row, _) -> visit(row))
        .list();
  }

  void revoke(UUID id, Instant now) {
    sql.sql(
            """
            update fablab.booking set state = 'REVOKED', reason = 'CLOSED', sequence = sequence + 1,
              changed_at = :now
            where id = :id and space is not null and state = 'CONFIRMED'
            """)
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  /// Forgets where to write of those that ended before a moment.
  void forget(Instant before) {
    sql.sql(
            "update fablab.booking set contact = null where contact is not null and upper(during) < :before")
        .param("before", at(before))
        .update();
  }

  private static Visit visit(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Visit(
        row.getObject("id", UUID.class),
        row.getObject("space", UUID.class),
        row.getString("visitors"),
        row.getInt("people"),
        new Span(
            row.getObject("starts", OffsetDateTime.class).toInstant(),
            row.getObject("ends", OffsetDateTime.class).toInstant()),
        Objects.requireNonNullElse(row.getString("contact"), ""));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
