package org.foyal.learning.courses;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Courses.Sought;
import org.foyal.shell.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks sessions up, in `learning.session` with what they are about.
@Repository
class SessionSearchStore {
  private final JdbcClient sql;

  SessionSearchStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Those that are sought, the soonest first; one more than asked for tells that there are more.
  List<Session> list(Sought sought, ZoneId zone, Optional<UUID> after, int most) {
    return bind(
            sought,
            """
            select s.* from learning.session s
            where s.starts_at >= :from
              and (cast(:after as uuid) is null
                or (s.starts_at, s.id) > (select starts_at, id from learning.session where id = :after::uuid))
              and (cast(:need as text) is null
                or exists (select from learning.course_need n where n.course = s.course and n.need = :need))
              and (cast(:course as text) is null or s.course = :course)
              and (cast(:places as uuid[]) is null or s.place = any(:places::uuid[]))
              and (cast(:language as text) is null or s.language = :language)
              and (:part = 'ANY'
                or ((s.starts_at at time zone :zone)::time >= '17:00') = (:part = 'EVENING'))
              and (not :childcare or s.childcare)
              and (not :stepFree or s.step_free)
              and (not :womenOnly or s.women_only)
              and (cast(:competence as text) is null or exists (
                select from learning.course c
                where c.code = s.course and :competence = any(c.competences)))
              and (cast(:audience as text) is null or exists (
                select from learning.course c
                where c.code = s.course and (:audience = any(c.audiences)
                  or (:audience = 'EVERYBODY' and c.audiences = '{}'))))
            order by s.starts_at, s.id limit :most
            """)
        .param("after", after.map(UUID::toString).orElse(null), Types.VARCHAR)
        .param("zone", zone.getId())
        .param("most", most)
        .query(TimetableStore::row)
        .list();
  }

  private JdbcClient.StatementSpec bind(Sought sought, String statement) {
    return sql.sql(statement)
        .param("from", sought.from().atOffset(ZoneOffset.UTC))
        .param("need", sought.need().orElse(null), Types.VARCHAR)
        .param("course", sought.course().orElse(null), Types.VARCHAR)
        .param(
            "places",
            sought
                .places()
                .map(all -> "{" + String.join(",", all.stream().map(UUID::toString).toList()) + "}")
                .orElse(null),
            Types.VARCHAR)
        .param("language", sought.language().map(Language::code).orElse(null), Types.VARCHAR)
        .param("part", sought.part().name())
        .param("childcare", sought.childcare())
        .param("stepFree", sought.stepFree())
        .param("womenOnly", sought.womenOnly())
        .param("competence", sought.competence().map(Competence::code).orElse(null), Types.VARCHAR)
        .param("audience", sought.audience().map(Enum::name).orElse(null), Types.VARCHAR);
  }

  /// Some of those that end after a moment, or were cancelled after it; at a place, or with a
  /// trainer, where one is named.
  ///
  /// @param after the last one of those before
  List<Session> chunk(
      Instant since,
      Optional<UUID> place,
      Optional<UUID> trainer,
      Optional<Session> after,
      int most) {
    return sql.sql(
            """
            select s.* from learning.session s
            where (s.ends_at > :since or (s.state = 'CANCELLED' and s.changed_at > :since))
              and (cast(:place as uuid) is null or s.place = :place)
              and (cast(:trainer as uuid) is null or exists (
                select from learning.occupation o where o.session = s.id and o.resource = :trainer
                  and o.left_at is null))
              and (cast(:afterId as uuid) is null
                or (s.starts_at, s.id) > (cast(:afterStart as timestamptz), :afterId))
            order by s.starts_at, s.id limit :most
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("place", place.orElse(null), Types.OTHER)
        .param("trainer", trainer.orElse(null), Types.OTHER)
        .param("afterId", after.map(Session::id).orElse(null), Types.OTHER)
        .param(
            "afterStart",
            after.map(one -> one.startsAt().atOffset(ZoneOffset.UTC)).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", most)
        .query(TimetableStore::row)
        .list();
  }

  /// Those that a place or a trainer has lost to another one after a moment.
  List<Session> left(Instant since, Optional<UUID> place, Optional<UUID> trainer) {
    return sql.sql(
            """
            select s.* from learning.session s
            where (s.id in (
                select l.session from learning.session_left l
                where l.place = cast(:place as uuid) and l.left_at > :since)
              and s.place <> cast(:place as uuid))
            or s.id in (
                select o.session from learning.occupation o
                where o.resource = cast(:trainer as uuid) and o.left_at > :since)
            order by s.starts_at, s.id
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("place", place.orElse(null), Types.OTHER)
        .param("trainer", trainer.orElse(null), Types.OTHER)
        .query(TimetableStore::row)
        .list();
  }

  /// Changes whenever a session or the words of a course do.
  String stamp() {
    return sql.sql(
            """
            select concat_ws('-',
              (select count(*) || '-' || coalesce(extract(epoch from max(changed_at)), 0) || '-'
                || coalesce(sum(version), 0) from learning.session),
              (select coalesce(sum(version), 0) from learning.course),
              (select count(*) from learning.occupation where active))
            """)
        .query(String.class)
        .single();
  }
}
