package org.foyal.learning.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Session.State;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sessions, in `learning.session`.
@Repository
class TimetableStore {
  private final JdbcClient sql;

  TimetableStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Session> find(UUID id) {
    return sql.sql("select * from learning.session where id = :id")
        .param("id", id)
        .query(TimetableStore::row)
        .optional();
  }

  /// Holds a session until the transaction ends.
  Optional<Session> lock(UUID id) {
    return sql.sql("select * from learning.session where id = :id for update")
        .param("id", id)
        .query(TimetableStore::row)
        .optional();
  }

  /// Sees to it that nobody changes a session until the transaction ends; others may do the same.
  Optional<Session> share(UUID id) {
    return sql.sql("select * from learning.session where id = :id for share")
        .param("id", id)
        .query(TimetableStore::row)
        .optional();
  }

  /// Those that begin at or after a moment, the soonest first; cancelled ones too.
  List<Session> upcoming(Instant from, int most) {
    return sql.sql(
            """
            select * from learning.session where starts_at >= :from order by starts_at, id limit :most
            """)
        .param("from", at(from))
        .param("most", most)
        .query(TimetableStore::row)
        .list();
  }

  /// How many are planned at a place and not over.
  int toCome(UUID place, Instant now) {
    return sql.sql(
            """
            select count(*) from learning.session
            where place = :place and state = 'PLANNED' and ends_at > :now
            """)
        .param("place", place)
        .param("now", at(now))
        .query(Integer.class)
        .single();
  }

  UUID addSeries(UUID id, Rhythm rhythm) {
    sql.sql("insert into learning.series (id, rhythm) values (:id, :rhythm)")
        .param("id", id)
        .param("rhythm", rhythm.name())
        .update();
    return id;
  }

  /// Holds a series until the transaction ends.
  void lockSeries(UUID id) {
    sql.sql("select 1 from learning.series where id = :id for update")
        .param("id", id)
        .query()
        .listOfRows();
    sql.sql("select 1 from learning.session where series = :id order by starts_at, id for update")
        .param("id", id)
        .query()
        .listOfRows();
  }

  /// The sessions of a series, the soonest first.
  List<Session> listSeries(UUID id) {
    return sql.sql("select * from learning.session where series = :id order by starts_at, id")
        .param("id", id)
        .query(TimetableStore::row)
        .list();
  }

  void add(UUID id, Optional<UUID> series, Plan plan, CityDays city, boolean example) {
    write(
            """
            insert into learning.session (id, series, course, place, room, starts_at, ends_at,
              set_up_minutes, clean_up_minutes, seats, language, childcare, step_free, women_only,
              reserved_percent, reserved_until_days, changed_at, example)
            values (:id, :series, :course, :place, :room, :starts, :ends, :setUp, :cleanUp, :seats,
              :language, :childcare, :stepFree, :womenOnly, :percent, :days, :now, :example)
            """,
            plan,
            city)
        .param("id", id)
        .param("series", series.orElse(null), Types.OTHER)
        .param("example", example)
        .update();
  }

  /// @param moved whether calendars must be told
  void update(UUID id, Plan plan, CityDays city, boolean moved) {
    write(
            """
            update learning.session set course = :course, place = :place, room = :room,
              starts_at = :starts, ends_at = :ends, set_up_minutes = :setUp,
              clean_up_minutes = :cleanUp, seats = :seats, language = :language,
              childcare = :childcare, step_free = :stepFree, women_only = :womenOnly,
              reserved_percent = :percent, reserved_until_days = :days, version = version + 1,
              sequence = sequence + :moved, changed_at = :now
            where id = :id
            """,
            plan,
            city)
        .param("id", id)
        .param("moved", moved ? 1 : 0)
        .update();
  }

  /// Keeps for the calendars of a place that a session has left it for another one.
  void leave(UUID session, UUID from, UUID to, Instant now) {
    sql.sql("delete from learning.session_left where session = :session and place = :to")
        .param("session", session)
        .param("to", to)
        .update();
    sql.sql(
            """
            insert into learning.session_left (session, place, left_at) values (:session, :from, :now)
            on conflict (session, place) do update set left_at = excluded.left_at
            """)
        .param("session", session)
        .param("from", from)
        .param("now", at(now))
        .update();
  }

  private JdbcClient.StatementSpec write(String statement, Plan plan, CityDays city) {
    return sql.sql(statement)
        .param("course", plan.course())
        .param("place", plan.place())
        .param("room", plan.room().orElse(null), Types.OTHER)
        .param("starts", at(plan.startsAt(city.zone())))
        .param("ends", at(plan.endsAt(city.zone())))
        .param("setUp", plan.setUp_minutes())
        .param("cleanUp", plan.cleanUp_minutes())
        .param("seats", plan.seats())
        .param("language", plan.language().code())
        .param("childcare", plan.childcare())
        .param("stepFree", plan.stepFree())
        .param("womenOnly", plan.womenOnly())
        .param("percent", plan.reservedPercent())
        .param("days", plan.reservedUntilDays())
        .param("now", at(city.now()));
  }

  void cancel(Collection<UUID> ids, Cancelled why, Instant now) {
    sql.sql(
            """
            update learning.session set state = 'CANCELLED', cancel_reason = :reason,
              cancel_words = :words, version = version + 1, sequence = sequence + 1,
              changed_at = :now
            where id = any(:ids::uuid[])
            """)
        .param("reason", why.reason().name())
        .param("words", why.words().orElse(null), Types.VARCHAR)
        .param("now", at(now))
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .update();
  }

  private static OffsetDateTime at(Instant when) {
    return when.atOffset(ZoneOffset.UTC);
  }

  static Session row(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        row.getString("course"),
        Optional.ofNullable(row.getObject("series", UUID.class)),
        row.getObject("place", UUID.class),
        Optional.ofNullable(row.getObject("room", UUID.class)),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getInt("set_up_minutes"),
        row.getInt("clean_up_minutes"),
        row.getInt("seats"),
        Language.find(row.getString("language")).orElseThrow(),
        row.getBoolean("childcare"),
        row.getBoolean("step_free"),
        row.getBoolean("women_only"),
        row.getInt("reserved_percent"),
        row.getInt("reserved_until_days"),
        State.valueOf(row.getString("state")),
        cancelled(row.getString("cancel_reason"), row.getString("cancel_words")),
        row.getInt("version"),
        row.getInt("sequence"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("example"));
  }

  private static Optional<Cancelled> cancelled(@Nullable String reason, @Nullable String words) {
    return Optional.ofNullable(reason)
        .map(Reason::valueOf)
        .map(named -> new Cancelled(named, Optional.ofNullable(words)));
  }
}
