package org.foyal.learning.enrolment;

import static org.foyal.learning.enrolment.ParticipationStore.utc;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.enrolment.WaitingList.Offer;
import org.foyal.learning.enrolment.WaitingList.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How places change, in `learning.participation`, each change with its line in
/// `participation_event`. Whoever changes one holds its session.
@Repository
class LineStore {
  private final JdbcClient sql;

  LineStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A line of the history of a place.
  ///
  /// @param passedOver how many waited longer when a seat was offered
  record Event(
      Instant at,
      String what,
      Optional<String> seat,
      Optional<Integer> passedOver,
      Optional<Instant> until) {
    /// The key of its words for readers.
    String words() {
      return "learning.enrolment.event." + what;
    }
  }

  /// What is noted of a change: who did it, where it was somebody of the staff.
  record Note(String what, Instant at, @Nullable UUID account) {
    static Note of(String what, Instant at) {
      return new Note(what, at, null);
    }
  }

  void note(long id, Note note) {
    sql.sql(
            """
            insert into learning.participation_event (participation, at, what, account)
            values (:id, :at, :what, :account)
            """)
        .param("id", id)
        .param("at", utc(note.at()))
        .param("what", note.what())
        .param("account", note.account(), Types.OTHER)
        .update();
  }

  List<Event> events(long id) {
    return sql.sql(
            """
            select at, what, seat, skipped, until from learning.participation_event
            where participation = :id order by id limit 100
            """)
        .param("id", id)
        .query((row, _) ->
            new Event(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                Optional.ofNullable(row.getString("seat")),
                Optional.ofNullable(row.getObject("skipped", Integer.class)),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        .list();
  }

  /// What reads the queue of a session, the longest-waiting one first, no further than it wants.
  interface Reader<T> {
    T read(Iterator<Waiting> queue);
  }

  /// Of whom a queue is.
  ///
  /// @param targetOnly only those for whom seats are kept, where no other is free
  /// @param declinedSince whoever turned an offer down since then is passed over
  /// @param without not these
  record Queue(boolean targetOnly, Instant declinedSince, Set<Long> without) {}

  /// Reads who waits.
  ///
  /// @param queue who of them
  <T> T queue(Session session, Queue queue, Reader<T> reader) {
    try (Stream<Waiting> waiting =
        sql
            .sql(
                """
                select p.id, p.target, learning.is_elsewhere(p.learner, :from, :until)
                or coalesce(p.declined_at > :declined, false) as elsewhere
                from learning.participation p
                where p.session = :session and p.state = 'WAITING' and not (p.id = any(:without))
                """
                    + (queue.targetOnly() ? " and p.target" : "")
                    + " order by p.since, p.id")
            .param("session", session.id())
            .param("from", utc(session.startsAt()))
            .param("until", utc(session.endsAt()))
            .param("declined", utc(queue.declinedSince()))
            .param("without", queue.without().toArray(Long[]::new))
            .withFetchSize(200)
            .query((row, _) ->
                new Waiting(
                    row.getLong("id"), row.getBoolean("target"), row.getBoolean("elsewhere")))
            .stream()) {
      return reader.read(waiting.iterator());
    }
  }

  void offer(Offer offer, int seat, Instant at) {
    sql.sql(
            """
            update learning.participation set state = 'OFFERED', seat = :seat,
              offered_until = :until, offers = offers + 1 where id = :id
            """)
        .param("seat", seat)
        .param("until", utc(offer.until()))
        .param("id", offer.id())
        .update();
    sql.sql(
            """
            insert into learning.participation_event (participation, at, what, seat, skipped, until)
            values (:id, :at, 'OFFERED', :seat, :skipped, :until)
            """)
        .param("id", offer.id())
        .param("at", utc(at))
        .param("seat", offer.reserved() ? "RESERVED" : "OPEN")
        .param("skipped", offer.passedOver())
        .param("until", utc(offer.until()))
        .update();
  }

  /// An offer that ended without answer, with the seat that was held for it.
  ///
  /// @param untold whether no letter could tell them of it and nobody else did
  record Ended(long id, int seat, int offers, boolean untold) {}

  List<Ended> ended(UUID session, Instant now) {
    return sql.sql(
            """
            select id, seat, offers, to_call is not null as untold
            from learning.participation
            where session = :session and state = 'OFFERED' and offered_until <= :now
            order by offered_until, id
            """)
        .param("session", session)
        .param("now", utc(now))
        .query((row, _) ->
            new Ended(
                row.getLong("id"),
                row.getInt("seat"),
                row.getInt("offers"),
                row.getBoolean("untold")))
        .list();
  }

  /// Puts somebody back to wait. Whatever they were to be called about is no longer true.
  ///
  /// @param since their place in the line
  /// @param offers how many offers without answer count
  void waitAgain(long id, Instant since, int offers) {
    sql.sql(
            """
            update learning.participation set state = 'WAITING', seat = null, offered_until = null,
              during = null, to_call = null, since = :since, offers = :offers where id = :id
            """)
        .param("since", utc(since))
        .param("offers", offers)
        .param("id", id)
        .update();
  }

  /// Offers them no other seat for a while.
  void declined(long id, Instant at) {
    sql.sql("update learning.participation set declined_at = :at where id = :id")
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  /// Lets an offer hold longer, noted once.
  void prolong(long id, Instant until, Instant at) {
    holdUntil(id, until);
    sql.sql(
            """
            insert into learning.participation_event (participation, at, what, until)
            select :id, :at, 'PROLONGED', :until
            where 'OFFERED' = (select what from learning.participation_event
              where participation = :id and what in ('OFFERED', 'PROLONGED') order by id desc limit 1)
            """)
        .param("id", id)
        .param("at", utc(at))
        .param("until", utc(until))
        .update();
  }

  /// Says until when a seat is held for somebody.
  void holdUntil(long id, Instant until) {
    sql.sql(
            """
            update learning.participation set offered_until = :until
            where id = :id and state = 'OFFERED'
            """)
        .param("until", utc(until))
        .param("id", id)
        .update();
  }

  /// Gives somebody the seat that is held for them, or a seat.
  void seat(long id, int seat, Session session) {
    sql.sql(
            """
            update learning.participation set state = 'CONFIRMED', seat = :seat,
              offered_until = null, to_call = null, during = tstzrange(:from, :until)
            where id = :id
            """)
        .param("seat", seat)
        .param("from", utc(session.startsAt()))
        .param("until", utc(session.endsAt()))
        .param("id", id)
        .update();
  }

  Optional<Integer> seatOf(long id) {
    return sql.sql("select seat from learning.participation where id = :id and seat is not null")
        .param("id", id)
        .query(Integer.class)
        .optional();
  }

  /// Ends a place that gives its seat back.
  void end(long id, State state, Optional<Reason> reason) {
    sql.sql(
            """
            update learning.participation set state = :state, seat = null, offered_until = null,
              during = null, to_call = null, reason = :reason where id = :id
            """)
        .param("state", state.name())
        .param("reason", reason.map(Reason::name).orElse(null), Types.VARCHAR)
        .param("id", id)
        .update();
  }

  /// Notes that somebody came.
  void attend(long id, State state, int seat) {
    sql.sql(
            """
            update learning.participation set state = :state, seat = :seat, offered_until = null,
              to_call = null, reason = null where id = :id
            """)
        .param("state", state.name())
        .param("seat", seat)
        .param("id", id)
        .update();
  }

  void confirmed(long id, Instant at) {
    sql.sql(
            """
            update learning.participation set confirmed_at = :at,
              to_call = nullif(to_call, 'remind-confirm') where id = :id
            """)
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  /// Once one of two sessions at the same time is given up, the other one holds its time again.
  void endClash(UUID learner) {
    sql.sql(
            """
            update learning.participation mine set during = free.during from (
              select p.id, tstzrange(s.starts_at, s.ends_at) as during
              from learning.participation p join learning.session s on s.id = p.session
              where p.learner = :learner and p.state = 'CONFIRMED' and p.during is null
                and not learning.is_elsewhere(p.learner, s.starts_at, s.ends_at)
              order by p.id limit 1) free
            where mine.id = free.id
            """)
        .param("learner", learner)
        .update();
  }

  /// No offer holds longer than until its session begins.
  void clampOffers(Session session) {
    sql.sql(
            """
            update learning.participation set offered_until = :start
            where session = :session and state = 'OFFERED' and offered_until > :start
            """)
        .param("start", utc(session.startsAt()))
        .param("session", session.id())
        .update();
  }

  /// Holds the time of a session that was moved; false where they come to another one then.
  boolean follow(long id, Session session) {
    return sql.sql(
            """
            update learning.participation p set
              during = case when o.there then null else tstzrange(:from, :until) end,
              reminded_at = null
            from (select exists (select from learning.participation o
                join learning.participation me on me.learner = o.learner and me.id = :id
                where o.id <> :id and o.during && tstzrange(:from, :until))
              or exists (select from learning.appointment a
                join learning.participation me on me.learner = a.learner and me.id = :id
                where a.during && tstzrange(:from, :until)) as there) o
            where p.id = :id returning not o.there
            """)
        .param("id", id)
        .param("from", utc(session.startsAt()))
        .param("until", utc(session.endsAt()))
        .query(Boolean.class)
        .single();
  }
}
