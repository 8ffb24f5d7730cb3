package org.foyal.learning.enrolment;

import static org.foyal.learning.enrolment.ParticipationStore.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.SeatsLeft.Left;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance.Call;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of places: of a session, and of what time asks for.
@Repository
class ListStore {
  private static final int MOST = 2000;

  private final JdbcClient sql;

  ListStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// All places of a session, those with a seat and those that are over by name.
  List<Participation> seated(UUID session) {
    return places(
        "p.session = :session and p.state not in ('WAITING', 'LAPSED') order by l.folded, p.id",
        Map.of("session", session));
  }

  /// All places of somebody in the session of one of them, and in the others of its series.
  List<Participation> alongside(Participation place) {
    return places(
        """
        p.learner = :learner and exists (
            select from learning.session here join learning.session s on s.id = p.session
            where here.id = :session and (s.id = here.id or s.series = here.series))
        order by p.id\
        """,
        Map.of("learner", place.learner().id(), "session", place.session()));
  }

  /// The first of those who wait for a seat.
  List<Participation> waiting(UUID session, int most) {
    return sql.sql(
            ParticipationStore.SELECT
                + " where p.session = :session and p.state = 'WAITING'"
                + " order by p.since, p.id limit :most")
        .param("session", session)
        .param("most", most)
        .query(ParticipationStore::row)
        .list();
  }

  /// How many wait for a seat.
  int countWaiting(UUID session) {
    return sql.sql(
            """
            select count(*) from learning.participation
            where session = :session and state = 'WAITING'
            """)
        .param("session", session)
        .query(Integer.class)
        .single();
  }

  /// Who waits and was not told that a seat is for whoever comes first.
  List<Participation> toTellFirstCome(UUID session) {
    return places(
        """
        p.session = :session and p.state = 'WAITING' and p.first_come_at is null
          and exists (select from learning.seat t where t.session = p.session and not t.taken)
        order by p.since, p.id
        """,
        Map.of("session", session));
  }

  /// Another seat is free for whoever comes first: all who wait are told again.
  void tellFirstComeAgain(UUID session) {
    sql.sql(
            """
            update learning.participation set first_come_at = null
            where session = :session and state = 'WAITING' and first_come_at is not null
            """)
        .param("session", session)
        .update();
  }

  void toldFirstCome(long id, Instant at) {
    sql.sql("update learning.participation set first_come_at = :at where id = :id")
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  /// Sessions that have begun or do not take place, in which somebody still waits.
  List<UUID> over(Instant now) {
    return sql.sql(
            """
            select s.id from learning.session s where s.starts_at <= :now
              and exists (select from learning.participation p where p.session = s.id
                and p.state in ('WAITING', 'OFFERED'))
            order by s.id
            """)
        .param("now", utc(now))
        .query(UUID.class)
        .list();
  }

  /// Who waits still in a session that has begun.
  List<Participation> left(UUID session) {
    return places(
        "p.session = :session and p.state in ('WAITING', 'OFFERED') order by p.id",
        Map.of("session", session));
  }

  /// Who was asked in time to say again that they come, has not, and must have by now.
  ///
  /// @param asked how long before the session they were asked at the latest
  List<Participation> unconfirmed(Instant now, Instant startsBefore, Duration asked) {
    return places(
        """
        p.state = 'CONFIRMED' and p.to_confirm and p.confirmed_at is null
          and p.to_call is distinct from 'remind-confirm'
          and exists (select from learning.session s where s.id = p.session
            and s.starts_at > :now and s.starts_at <= :before
            and p.reminded_at <= s.starts_at - make_interval(hours => :asked)) order by p.id
        """,
        Map.of(
            "now",
            utc(now),
            "before",
            utc(startsBefore),
            "asked",
            Math.toIntExact(asked.toHours())));
  }

  /// Who comes soon and has not been reminded.
  ///
  /// @param askedBefore for those who are asked whether they come, which is earlier
  List<Participation> toRemind(Instant now, Instant startsBefore, Instant askedBefore) {
    return places(
        """
        p.state = 'CONFIRMED' and p.reminded_at is null
          and exists (select from learning.session s where s.id = p.session
            and s.state = 'PLANNED' and s.starts_at > :now
            and s.starts_at <= case when p.to_confirm and p.confirmed_at is null
              then :asked::timestamptz else :before::timestamptz end) order by p.id
        """,
        Map.of("now", utc(now), "before", utc(startsBefore), "asked", utc(askedBefore)));
  }

  /// Who is to be called or told at the counter, what is most pressing first; nothing that is over
  /// or no longer true.
  List<Call> toCall(Instant now) {
    return sql.sql(
            ParticipationStore.SELECT
                + """
                 join learning.session s on s.id = p.session
                 where p.to_call is not null and l.erased_on is null and s.ends_at > :now
                   and case p.to_call when 'offered' then p.state = 'OFFERED'
                     when 'first-come' then p.state = 'WAITING' and s.starts_at > :now
                     when 'remind' then p.state = 'CONFIRMED' and s.starts_at > :now
                     when 'remind-confirm' then p.state = 'CONFIRMED' and p.confirmed_at is null
                     else true end
                 order by coalesce(p.offered_until, s.starts_at), p.id limit 500
                """)
        .param("now", utc(now))
        .query((row, number) ->
            new Call(ParticipationStore.row(row, number), row.getString("to_call")))
        .list();
  }

  /// What somebody is to be told, if anything.
  Optional<String> toCallAbout(long id) {
    return sql.sql(
            "select to_call from learning.participation where id = :id and to_call is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /// Notes that somebody is to be called, since no letter can reach them.
  void toCall(long id, String about) {
    sql.sql("update learning.participation set to_call = :about where id = :id")
        .param("about", about)
        .param("id", id)
        .update();
  }

  /// Sessions of whose time, place or state somebody who comes or waits has not been told.
  List<UUID> untold(Instant endedAfter) {
    return sql.sql(
            """
            select s.id from learning.session s
            where s.sequence > 0 and s.ends_at > :after
              and exists (select from learning.participation p where p.session = s.id
                and p.state in ('WAITING', 'OFFERED', 'CONFIRMED') and p.sequence < s.sequence)
            order by s.id
            """)
        .param("after", utc(endedAfter))
        .query(UUID.class)
        .list();
  }

  /// Who comes to a session or waits, and has not been told how it stands.
  List<Participation> untold(Session session) {
    return places(
        """
        p.session = :session and p.state in ('WAITING', 'OFFERED', 'CONFIRMED')
          and p.sequence < :sequence order by p.id
        """,
        Map.of("session", session.id(), "sequence", session.sequence()));
  }

  /// Notes that somebody was told how a session stands.
  void told(long id, Session session) {
    sql.sql("update learning.participation set sequence = :sequence where id = :id")
        .param("sequence", session.sequence())
        .param("id", id)
        .update();
  }

  private List<Participation> places(String where, Map<String, ?> params) {
    return sql.sql(ParticipationStore.SELECT + " where " + where + " limit " + MOST)
        .params(params)
        .query(ParticipationStore::row)
        .list();
  }

  /// Sessions to come that have a free seat and somebody who waits, or an offer that has ended.
  List<UUID> toPromote(Instant now) {
    return sql.sql(
            """
            select s.id from learning.session s
            where s.state = 'PLANNED' and s.starts_at > :now and (
              exists (select from learning.participation p where p.session = s.id
                and p.state = 'OFFERED' and p.offered_until <= :now)
              or exists (select from learning.participation p
                  where p.session = s.id and p.state = 'WAITING'
                    and not coalesce(p.declined_at > :declined, false)
                    and not learning.is_elsewhere(p.learner, s.starts_at, s.ends_at))
                and exists (select from learning.seat t where t.session = s.id and not t.taken))
            order by s.starts_at, s.id
            """)
        .param("now", utc(now))
        .param("declined", utc(now.minus(WaitingList.NOT_ASKED_AGAIN)))
        .query(UUID.class)
        .list();
  }

  /// How many seats can be had in some sessions to come, by session: none for everybody where
  /// somebody waits, none of those that are kept where somebody waits for whom they are. In the
  /// last two hours a seat is for whoever comes first.
  Map<UUID, Left> free(Collection<UUID> sessions, Instant now) {
    var found = new HashMap<UUID, Left>();
    sql.sql(
            """
            select s.id, free.open, free.kept from learning.session s
            cross join lateral (select s.starts_at - greatest(make_interval(days => s.reserved_until_days),
              interval '2 hours') <= :now as given) released
            cross join lateral (select s.starts_at - interval '2 hours' > :now as no) soon
            cross join lateral (select
              exists (select from learning.participation p
                where p.session = s.id and p.state = 'WAITING'
                  and not coalesce(p.declined_at > :declined, false)
                  and not learning.is_elsewhere(p.learner, s.starts_at, s.ends_at)) as anybody,
              exists (select from learning.participation p
                where p.session = s.id and p.state = 'WAITING' and p.target
                  and not coalesce(p.declined_at > :declined, false)
                  and not learning.is_elsewhere(p.learner, s.starts_at, s.ends_at)) as target) waits
            cross join lateral (select
              count(*) filter (where not (waits.anybody and soon.no)
                and (not t.reserved or released.given)) as open,
              count(*) filter (where not (waits.target and soon.no)
                and t.reserved and not released.given) as kept
              from learning.seat t where t.session = s.id and not t.taken) free
            where s.id = any(:sessions)
            """)
        .param("now", utc(now))
        .param("declined", utc(now.minus(WaitingList.NOT_ASKED_AGAIN)))
        .param("sessions", sessions.toArray(UUID[]::new))
        .query((row, _) ->
            Map.entry(
                row.getObject("id", UUID.class), new Left(row.getInt("open"), row.getInt("kept"))))
        .list()
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return Map.copyOf(found);
  }

  void reminded(long id, Instant at) {
    sql.sql("update learning.participation set reminded_at = :at where id = :id")
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  void called(long id) {
    sql.sql("update learning.participation set to_call = null where id = :id")
        .param("id", id)
        .update();
  }

  /// Counts why people stayed away from sessions that are over, and takes the reason from beside
  /// them.
  void countReasons(Instant endedBefore) {
    sql.sql(
            """
            with told as (
              select p.id, p.session, p.reason from learning.participation p
              join learning.session s on s.id = p.session
              where s.ends_at < :before and p.reason is not null
                and p.reason not in ('COUNTED', 'SESSION') and not p.example
            ), counted as (
              insert into learning.away (session, reason, people)
              select session, reason, count(*) from told group by session, reason
              on conflict (session, reason) do update set people = away.people + excluded.people
            )
            update learning.participation p set reason = 'COUNTED' from told where p.id = told.id
            """)
        .param("before", utc(endedBefore))
        .update();
  }

  /// Erases what sessions that are over should have had for people.
  int forgetNeeds(Instant endedBefore) {
    return sql.sql(
            """
            update learning.participation p set needs = '{}' from learning.session s
            where s.id = p.session and s.ends_at < :before and p.needs <> '{}'
            """)
        .param("before", utc(endedBefore))
        .update();
  }
}
