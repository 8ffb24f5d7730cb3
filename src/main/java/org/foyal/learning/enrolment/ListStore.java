package org.foyal.learning.enrolment;

import static org.foyal.learning.enrolment.ParticipationStore.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foyal.learning.courses.Session;
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

  /// Who waits for a seat, the longest-waiting one first.
  List<Participation> waiting(UUID session) {
    return places(
        "p.session = :session and p.state = 'WAITING' order by p.since, p.id",
        Map.of("session", session));
  }

  /// Who was to say again that they come, has not, and must have by now.
  List<Participation> unconfirmed(Instant now, Instant startsBefore) {
    return places(
        """
        p.state = 'CONFIRMED' and p.to_confirm and p.confirmed_at is null
          and exists (select from learning.session s where s.id = p.session
            and s.starts_at > :now and s.starts_at <= :before) order by p.id
        """,
        Map.of("now", utc(now), "before", utc(startsBefore)));
  }

  /// Who comes soon and has not been reminded.
  List<Participation> toRemind(Instant now, Instant startsBefore) {
    return places(
        """
        p.state = 'CONFIRMED' and p.reminded_at is null and l.email is not null
          and exists (select from learning.session s where s.id = p.session
            and s.state = 'PLANNED' and s.starts_at > :now and s.starts_at <= :before) order by p.id
        """,
        Map.of("now", utc(now), "before", utc(startsBefore)));
  }

  /// Who has an offer, no e-mail address, and has not been called.
  List<Participation> toCall(Instant now) {
    return places(
        """
        p.state = 'OFFERED' and l.email is null and p.told_at is null and p.offered_until > :now
        order by p.offered_until, p.id
        """,
        Map.of("now", utc(now)));
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
                  where p.session = s.id and p.state = 'WAITING')
                and exists (select from learning.seat t where t.session = s.id and not t.taken))
            order by s.starts_at, s.id
            """)
        .param("now", utc(now))
        .query(UUID.class)
        .list();
  }

  /// How many seats are free in some sessions to come, by session; none where somebody waits.
  Map<UUID, Integer> free(Collection<UUID> sessions) {
    var found = new HashMap<UUID, Integer>();
    sql.sql(
            """
            select s.id, case when exists (select from learning.participation p
                where p.session = s.id and p.state = 'WAITING') then 0
              else (select count(*) from learning.seat t where t.session = s.id and not t.taken) end as free
            from learning.session s where s.id = any(:sessions)
            """)
        .param("sessions", sessions.toArray(UUID[]::new))
        .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getInt("free")))
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

  void called(long id, Instant at) {
    sql.sql("update learning.participation set told_at = :at where id = :id and state = 'OFFERED'")
        .param("at", utc(at))
        .param("id", id)
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
