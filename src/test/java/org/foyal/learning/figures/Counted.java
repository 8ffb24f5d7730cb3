package org.foyal.learning.figures;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.foyal.learning.courses.Taught;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sessions of long ago with people in them, each test in quarters of its own; written as they
/// would stand by now, since no façade plans in the past.
final class Counted {
  private final Taught taught;
  private final JdbcClient sql;

  Counted(Taught taught, JdbcClient sql) {
    this.taught = taught;
    this.sql = sql;
  }

  /// A place in a neighbourhood.
  UUID place(String area) {
    var place = taught.place("Lieu compté").id();
    sql.sql("update learning.place set area = :area, version = version + 1 where id = :id")
        .param("area", area)
        .param("id", place)
        .update();
    return place;
  }

  /// A course for some audiences.
  String course(String... audiences) {
    var course = taught.course("Cours compté");
    sql.sql(
            "update learning.course set audiences = :audiences, version = version + 1 where code = :code")
        .param("audiences", audiences)
        .param("code", course)
        .update();
    return course;
  }

  /// A session of two hours at ten o'clock.
  UUID session(LocalDate day, UUID place, String course, int seats, boolean example) {
    var id = UUID.randomUUID();
    var starts = day.atTime(14, 0).atOffset(ZoneOffset.UTC);
    sql.sql(
            """
            insert into learning.session (id, course, place, starts_at, ends_at, seats, language,
              childcare, step_free, women_only, changed_at, example)
            values (:id, :course, :place, :starts, :ends, :seats, 'gcf', true, true, false, :starts, :example)
            """)
        .param("id", id)
        .param("course", course)
        .param("place", place)
        .param("starts", starts)
        .param("ends", starts.plusHours(2))
        .param("seats", seats)
        .param("example", example)
        .update();
    return id;
  }

  /// What became of some who asked.
  ///
  /// @param what the event by which they had a seat, or left the line
  /// @param days after they asked
  record Fate(String state, String what, int days) {
    static final Fate CAME = new Fate("PRESENT", "CONFIRMED", 0);
    static final Fate ABSENT = new Fate("NO_SHOW", "CONFIRMED", 0);
    static final Fate WAITED = new Fate("LAPSED", "OVER", 5);

    static Fate cameAfter(int days) {
      return new Fate("PRESENT", "OFFERED", days);
    }
  }

  /// So many people in a session, who live somewhere.
  void people(UUID session, int people, Fate fate, @Nullable String home) {
    var asked =
        sql.sql("select starts_at - interval '10 days' from learning.session where id = :id")
            .param("id", session)
            .query(OffsetDateTime.class)
            .single();
    sql.sql(
            """
            with people as (
              insert into learning.learner (id, name, folded, area, language, seen_at)
              select gen_random_uuid(), 'Ana', 'ana', :home, 'fr', :asked from generate_series(1, :people)
              returning id
            ), taken as (
              select coalesce(max(seat), 0) as seats from learning.participation where session = :session
            ), places as (
              insert into learning.participation (form, reference, session, learner, state, seat,
                target, channel, asked_at, since, sequence, example)
              select gen_random_uuid(), substr(md5(people.id::text), 1, 8), :session, people.id, :state,
                case when :state in ('PRESENT', 'LATE') then taken.seats + row_number() over () end,
                false, 'WEB', :asked, :asked, 0, (select example from learning.session where id = :session)
              from people, taken returning id
            ) insert into learning.participation_event (participation, at, what)
            select id, :asked::timestamptz + make_interval(days => :days), :what from places
            """)
        .param("home", home, Types.VARCHAR)
        .param("asked", asked)
        .param("people", people)
        .param("session", session)
        .param("state", fate.state())
        .param("what", fate.what())
        .param("days", fate.days())
        .update();
  }

  /// So many who stayed away for a reason.
  void away(UUID session, String reason, int people) {
    people(session, people, new Fate("NO_SHOW", "CONFIRMED", 0), null);
    sql.sql(
            """
            update learning.participation set state = 'EXCUSED', reason = 'COUNTED'
            where id in (select id from learning.participation where session = :session
              and state = 'NO_SHOW' order by id desc limit :people)
            """)
        .param("session", session)
        .param("people", people)
        .update();
    sql.sql(
            "insert into learning.away (session, reason, people) values (:session, :reason, :people)")
        .param("session", session)
        .param("reason", reason)
        .param("people", people)
        .update();
  }
}
