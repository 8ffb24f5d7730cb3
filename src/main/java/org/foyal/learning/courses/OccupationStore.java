package org.foyal.learning.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.foyal.learning.courses.Planning.Conflict;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is taken when, in `learning.occupation`.
@Repository
class OccupationStore {
  private final JdbcClient sql;

  OccupationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A resource for a while.
  ///
  /// @param session for which session
  /// @param day of that session
  record Taking(UUID session, LocalDate day, UUID resource, Instant from, Instant until) {}

  /// Holds resources and their parts until the transaction ends, in one order for everybody.
  void lock(Collection<UUID> resources) {
    sql.sql(
            """
            select 1 from learning.resource
            where id = any(:ids::uuid[]) or part_of = any(:ids::uuid[]) order by id for update
            """)
        .param("ids", texts(resources, UUID::toString))
        .query()
        .listOfRows();
  }

  /// What is in the way of some takings: what others have taken, and each other.
  ///
  /// @param except sessions that don't count, as they give up what they have
  List<Conflict> conflicts(List<Taking> wanted, Collection<UUID> except) {
    return sql.sql(
            """
            with w as (
              select u.session, u.day, r.id as resource, u.starts, u.ends
              from unnest(:sessions::uuid[], :days::date[], :resources::uuid[],
                  :froms::timestamptz[], :untils::timestamptz[])
                as u (session, day, resource, starts, ends)
              join learning.resource r on u.resource in (r.id, r.part_of)),
            taken as (
              select w.day, o.resource, o.session, lower(o.during) as starts, upper(o.during) as ends
              from w join learning.occupation o on o.resource = w.resource and o.active
                and o.during && tstzrange(w.starts, w.ends)
              where o.session is null or o.session <> all(:except::uuid[])
              union all
              select w.day, v.resource, v.session, v.starts, v.ends
              from w join w v on v.resource = w.resource and v.session <> w.session
                and v.starts < w.ends and w.starts < v.ends)
            select t.day, r.kind, r.name, t.session, c.title, t.starts, t.ends
            from taken t
            join learning.resource r on r.id = t.resource
            left join learning.session s on s.id = t.session
            left join learning.course c on c.code = s.course
            order by t.day, r.kind, r.name, t.starts
            """)
        .param("sessions", texts(wanted, one -> one.session().toString()))
        .param("days", texts(wanted, one -> one.day().toString()))
        .param("resources", texts(wanted, one -> one.resource().toString()))
        .param("froms", texts(wanted, one -> one.from().toString()))
        .param("untils", texts(wanted, one -> one.until().toString()))
        .param("except", texts(except, UUID::toString))
        .query(OccupationStore::conflict)
        .list();
  }

  /// Takes them, and with a room its parts; the database refuses what is taken already.
  void take(List<Taking> wanted) {
    sql.sql(
            """
            delete from learning.occupation o
            using unnest(:sessions::uuid[], :resources::uuid[]) as w (session, resource)
            where o.session = w.session and o.resource = w.resource and not o.active
            """)
        .param("sessions", texts(wanted, one -> one.session().toString()))
        .param("resources", texts(wanted, one -> one.resource().toString()))
        .update();
    sql.sql(
            """
            insert into learning.occupation (session, resource, during)
            select * from (
              select w.session, w.resource, tstzrange(w.starts, w.ends)
              from unnest(:sessions::uuid[], :resources::uuid[], :froms::timestamptz[], :untils::timestamptz[])
                as w (session, resource, starts, ends)
              order by w.starts, w.resource) as ordered
            """)
        .param("sessions", texts(wanted, one -> one.session().toString()))
        .param("resources", texts(wanted, one -> one.resource().toString()))
        .param("froms", texts(wanted, one -> one.from().toString()))
        .param("untils", texts(wanted, one -> one.until().toString()))
        .update();
  }

  /// Gives back what sessions have taken, to take it anew; of what is not taken again it stays
  /// written until when it was theirs, for the calendars that have it.
  void free(Collection<UUID> sessions, Instant now) {
    sql.sql(
            """
            update learning.occupation set active = false, left_at = :now
            where session = any(:ids::uuid[]) and left_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", texts(sessions, UUID::toString))
        .update();
  }

  /// Gives back what cancelled sessions have taken; what it was stays written.
  void release(Collection<UUID> sessions) {
    sql.sql("update learning.occupation set active = false where session = any(:ids::uuid[])")
        .param("ids", texts(sessions, UUID::toString))
        .update();
  }

  /// The trainers and the equipment of a session.
  Set<UUID> with(UUID session) {
    return new HashSet<>(
        sql.sql(
                """
                select o.resource from learning.occupation o join learning.resource r on r.id = o.resource
                where o.session = :session and r.kind <> 'ROOM' and o.left_at is null
                """)
            .param("session", session)
            .query(UUID.class)
            .list());
  }

  private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }

  private static Conflict conflict(ResultSet row, int number) throws SQLException {
    return new Conflict(
        row.getObject("day", LocalDate.class),
        Resource.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        Optional.ofNullable(row.getObject("session", UUID.class)),
        Optional.ofNullable(row.getString("title")).map(Told::ofJson),
        row.getObject("starts", OffsetDateTime.class).toInstant(),
        row.getObject("ends", OffsetDateTime.class).toInstant());
  }
}
