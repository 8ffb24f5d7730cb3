package org.foyal.fablab.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened on the ladder, in `fablab.ladder_event`, and who worked when.
@Repository
class LadderStore {
  private final JdbcClient sql;

  LadderStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// What is to be written.
  record Entry(
      UUID form,
      UUID member,
      String type,
      LadderEvent.What what,
      Level level,
      Span span,
      Evidence evidence,
      Optional<String> reason,
      LadderEvent.By by,
      boolean example) {}

  /// From when until when.
  record Span(Instant from, Optional<Instant> until) {}

  /// Appends an event; false where the same form was done before.
  boolean append(Entry made, Instant at) {
    return sql.sql(
                """
                insert into fablab.ladder_event (form, member, type, what, level, valid_from,
                  valid_until, evidence_session, evidence_checks, reason, account, referent, at,
                  example)
                values (:form, :member, :type, :what, :level, :from, :until, :session, :checks,
                  :reason, :account, :referent, :at, :example)
                on conflict (form, member, type) do nothing
                """)
            .param("form", made.form())
            .param("member", made.member())
            .param("type", made.type())
            .param("what", made.what().name())
            .param("level", made.level().number())
            .param("from", utc(made.span().from()))
            .param(
                "until",
                made.span().until().map(LadderStore::utc).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("session", made.evidence().session().orElse(null), Types.OTHER)
            .param("checks", made.evidence().checks())
            .param("reason", made.reason().or(made.evidence()::words).orElse(null), Types.VARCHAR)
            .param("account", made.by().account(), Types.OTHER)
            .param("referent", made.by().referent(), Types.OTHER)
            .param("at", utc(at))
            .param("example", made.example())
            .update()
        == 1;
  }

  /// Holds somebody until the transaction ends: one thing at a time happens to them.
  void hold(UUID member) {
    sql.sql("select 1 from fablab.member where id = :id for no key update")
        .param("id", member)
        .query()
        .listOfRows();
  }

  boolean done(UUID form, UUID member, String type) {
    return sql.sql(
            """
            select exists (select from fablab.ladder_event
              where form = :form and member = :member and type = :type)
            """)
        .param("form", form)
        .param("member", member)
        .param("type", type)
        .query(Boolean.class)
        .single();
  }

  /// What happened to somebody, at all kinds of machine, the first first.
  List<LadderEvent> events(UUID member) {
    return sql.sql("select * from fablab.ladder_event where member = :member order by id")
        .param("member", member)
        .query(LadderStore::event)
        .list();
  }

  /// The same at one kind of machine.
  List<LadderEvent> events(UUID member, String type) {
    return sql.sql(
            """
            select * from fablab.ladder_event where member = :member and type = :type order by id
            """)
        .param("member", member)
        .param("type", type)
        .query(LadderStore::event)
        .list();
  }

  /// The last day on which somebody worked at each kind of machine.
  Map<String, LocalDate> lastUsed(UUID member) {
    var days = new HashMap<String, LocalDate>();
    sql.sql(
            """
            select type, max(day) as day from fablab.machine_use where member = :member group by type
            """)
        .param("member", member)
        .query(row -> {
          days.put(row.getString("type"), row.getObject("day", LocalDate.class));
        });
    return days;
  }

  void used(UUID member, String type, LocalDate day) {
    sql.sql(
            """
            insert into fablab.machine_use (member, type, day) values (:member, :type, :day)
            on conflict do nothing
            """)
        .param("member", member)
        .param("type", type)
        .param("day", day)
        .update();
  }

  /// Whether the database says that somebody may work as one of a level may.
  boolean mayUse(UUID member, String type, Level wanted, Instant at) {
    return sql.sql("select fablab.may_use(:member, :type, :wanted, :at)")
        .param("member", member)
        .param("type", type)
        .param("wanted", wanted.number())
        .param("at", utc(at))
        .query(Boolean.class)
        .single();
  }

  /// Who is at a level or above of a kind of machine at a moment.
  List<UUID> at(String type, Level least, Instant at) {
    return sql.sql(
            """
            select member from (select distinct member from fablab.ladder_event where type = :type) m
            where fablab.level_at(member, :type, :at) >= :least
            """)
        .param("type", type)
        .param("least", least.number())
        .param("at", utc(at))
        .query(UUID.class)
        .list();
  }

  /// Somebody at a kind of machine.
  record Rung(UUID member, String type) {}

  /// Those who have not worked at a kind of machine for longer than it allows, nor were granted it,
  /// or lowered, since.
  List<Rung> unused(Instant now, LocalDate today) {
    return sql.sql(
            """
            select distinct e.member, e.type from fablab.ladder_event e
              join fablab.machine_type t on t.code = e.type
            where t.recent_months is not null and fablab.level_at(e.member, e.type, :now) > 1
              and not exists (select from fablab.machine_use u where u.member = e.member
                and u.type = e.type and u.day > :today - make_interval(months => t.recent_months))
              and not exists (select from fablab.ladder_event x where x.member = e.member
                and x.type = e.type and x.what in ('GRANTED', 'RENEWED', 'DEMOTED')
                and x.valid_from > :now - make_interval(months => t.recent_months))
            order by 1, 2
            """)
        .param("now", utc(now))
        .param("today", today)
        .query((row, _) -> new Rung(row.getObject("member", UUID.class), row.getString("type")))
        .list();
  }

  /// Those whose level is another than others were told.
  List<UUID> changed(Instant now) {
    return sql.sql(
            """
            select distinct member from (select distinct member, type from fablab.ladder_event) e
              left join fablab.ladder_told t using (member, type)
            where fablab.level_with_needs(member, type, :now) <> coalesce(t.level, 0)
            """)
        .param("now", utc(now))
        .query(UUID.class)
        .list();
  }

  /// Notes what somebody may do now at each kind of machine.
  ///
  /// @return the kinds at which it is less than others were told
  List<String> tell(UUID member, Instant now) {
    return sql.sql(
            """
            with now as (
              select type, fablab.level_with_needs(:member, type, :now) as level
              from (select distinct type from fablab.ladder_event where member = :member) e
            ), before as (select type, level from fablab.ladder_told where member = :member),
            told as (
              insert into fablab.ladder_told (member, type, level)
              select :member, type, level from now
              on conflict (member, type) do update set level = excluded.level)
            select type from now join before using (type) where now.level < before.level order by type
            """)
        .param("member", member)
        .param("now", utc(now))
        .query(String.class)
        .list();
  }

  /// Those who are to be told that a level ends in a while, and were not.
  List<Rung> ending(Instant now, Instant soon) {
    return sql.sql(
            """
            select e.member, e.type from (select distinct on (member, type) * from fablab.ladder_event
                where what in ('GRANTED', 'RENEWED', 'DEMOTED', 'REVOKED') and valid_from <= :now
                order by member, type, id desc) e
              left join fablab.ladder_told t using (member, type)
            where e.valid_until > :now and e.valid_until <= :soon
              and t.until_told is distinct from e.valid_until
              and fablab.level_at(e.member, e.type, :now) > 0
            order by 1, 2
            """)
        .param("now", utc(now))
        .param("soon", utc(soon))
        .query((row, _) -> new Rung(row.getObject("member", UUID.class), row.getString("type")))
        .list();
  }

  void toldOfEnd(Rung rung, Instant end) {
    sql.sql(
            """
            insert into fablab.ladder_told (member, type, level, until_told)
            values (:member, :type, fablab.level_at(:member, :type, :end - interval '1 second'), :end)
            on conflict (member, type) do update set until_told = excluded.until_told
            """)
        .param("member", rung.member())
        .param("type", rung.type())
        .param("end", utc(end))
        .update();
  }

  /// Deletes the days of use before one, but the last of each: they no longer keep anything.
  int forgetUse(LocalDate before) {
    return sql.sql(
            """
            delete from fablab.machine_use u where day < :before and exists (
              select from fablab.machine_use o
              where o.member = u.member and o.type = u.type and o.day > u.day)
            """)
        .param("before", before)
        .update();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static LadderEvent event(ResultSet row, int number) throws SQLException {
    var reason = Optional.ofNullable(row.getString("reason"));
    return new LadderEvent(
        row.getLong("id"),
        row.getObject("member", UUID.class),
        row.getString("type"),
        LadderEvent.What.valueOf(row.getString("what")),
        Level.of(row.getInt("level")),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(instant(row, "valid_until")),
        new Evidence(
            Optional.ofNullable(row.getObject("evidence_session", UUID.class)),
            row.getInt("evidence_checks"),
            Optional.empty()),
        reason,
        new LadderEvent.By(
            row.getObject("account", UUID.class), row.getObject("referent", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
