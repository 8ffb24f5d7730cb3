package org.foyal.learning.appointments;

import static org.foyal.learning.appointments.SlotStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.learning.appointments.Appointment.State;
import org.foyal.learning.appointments.Taking.Wish;
import org.foyal.learning.enrolment.Participation.Learner;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Slots that people took, in `learning.appointment`.
@Repository
class AppointmentStore {
  private static final String SELECT =
      """
      select a.id, a.reference, a.learner, a.need, a.state, a.reason, a.asked_at, a.priority,
        a.example, a.to_call, l.name, l.email, l.phone,
        coalesce(a.language, l.language) as language,
        s.id as slot, s.opening, s.starts_at, s.ends_at, s.open, s.sequence, s.changed_at,
        o.place, o.room, o.trainer, o.example as invented
      from learning.appointment a
      join learning.learner l on l.id = a.learner
      join learning.slot s on s.id = a.slot
      join learning.opening o on o.id = s.opening
      """;

  private final JdbcClient sql;

  AppointmentStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds one; nothing when the form, the reference, the slot or the person’s time is taken.
  ///
  /// @param who whose it is
  Optional<UUID> add(Wish wish, Reference reference, Who who, Slot slot, Instant at) {
    return sql.sql(
            """
            insert into learning.appointment (id, form, reference, slot, learner, need, state, channel,
              taken_by, asked_at, during, example, proven, language)
            values (:id, :form, :reference, :slot, :learner, :need, 'UNKNOWN', :channel, :taken_by,
              :at, tstzrange(:from, :until), :example, :proven, :language)
            on conflict do nothing returning id
            """)
        .param("id", UUID.randomUUID())
        .param("form", wish.form())
        .param("reference", reference.signs())
        .param("slot", slot.id())
        .param("learner", who.learner())
        .param("proven", who.proven())
        .param("language", wish.person().language().code())
        .param("need", wish.need().orElse(null), Types.VARCHAR)
        .param("channel", wish.channel().name())
        .param("taken_by", wish.takenBy(), Types.OTHER)
        .param("at", utc(at))
        .param("from", utc(slot.startsAt()))
        .param("until", utc(slot.endsAt()))
        .param("example", slot.example())
        .query(UUID.class)
        .optional();
  }

  /// Who has an appointment.
  ///
  /// @param proven whether whoever asks is the person, and not only by name
  record Who(UUID learner, boolean proven) {}

  /// Whether whoever took it is the person, and not only by name.
  boolean isProven(UUID id) {
    return sql.sql("select proven from learning.appointment where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// Takes the name and contact from one alone: it is nobody's from now on.
  void part(UUID id, LocalDate on) {
    sql.sql(
            """
            with nobody as (
              insert into learning.learner (id, name, folded, language, seen_at, erased_on, example)
              select :nobody, '', '', l.language, l.seen_at, :on, l.example
              from learning.appointment a join learning.learner l on l.id = a.learner
              where a.id = :id returning id)
            update learning.appointment set learner = (select id from nobody) where id = :id
            """)
        .param("nobody", UUID.randomUUID())
        .param("on", on)
        .param("id", id)
        .update();
  }

  void underMandate(UUID id) {
    sql.sql("update learning.appointment set mandate = true where id = :id")
        .param("id", id)
        .update();
  }

  Appointment get(UUID id) {
    return find(id).orElseThrow();
  }

  Optional<Appointment> find(UUID id) {
    return one(" where a.id = :it", id);
  }

  Optional<Appointment> find(Reference reference) {
    return one(" where a.reference = :it", reference.signs());
  }

  Optional<Appointment> findByForm(UUID form) {
    return one(" where a.form = :it", form);
  }

  /// Who has a slot, if anybody has.
  Optional<Appointment> findOf(UUID slot) {
    return one(" where a.slot = :it and a.state in ('UNKNOWN', 'SEEN', 'NO_SHOW')", slot);
  }

  private Optional<Appointment> one(String where, Object it) {
    return sql.sql(SELECT + where).param("it", it).query(AppointmentStore::row).optional();
  }

  /// How many are to come for somebody, by whatever name they came with the same contact.
  int ahead(UUID learner, Instant now) {
    return sql.sql(
            """
            select count(*) from learning.appointment a
            join learning.learner l on l.id = a.learner join learning.slot s on s.id = a.slot
            where a.state = 'UNKNOWN' and s.starts_at > :now and (l.id = :learner or l.contact = (
              select contact from learning.learner where id = :learner))
            """)
        .param("now", utc(now))
        .param("learner", learner)
        .query(Integer.class)
        .single();
  }

  /// Whether somebody has another appointment then.
  boolean busy(UUID learner, Slot slot) {
    return busyBut(learner, slot, new UUID(0, 0));
  }

  /// The same, where one gives up its time.
  boolean busyBut(UUID learner, Slot slot, UUID except) {
    return sql.sql(
            """
            select exists (select from learning.appointment
              where learner = :learner and id <> :except and during && tstzrange(:from, :until))
            """)
        .param("learner", learner)
        .param("except", except)
        .param("from", utc(slot.startsAt()))
        .param("until", utc(slot.endsAt()))
        .query(Boolean.class)
        .single();
  }

  /// All of a while at a place, by the hour; what is over too.
  List<Appointment> during(UUID place, Instant from, Instant until) {
    return many(
        """
        o.place = :place and s.starts_at >= :from and s.starts_at < :until
        order by s.starts_at, a.asked_at limit 1000
        """,
        Map.of("place", place, "from", utc(from), "until", utc(until)));
  }

  /// Those that stand of some slots.
  List<Appointment> standing(List<UUID> slots) {
    return many(
        "s.id = any(:slots) and a.state = 'UNKNOWN' order by s.starts_at, a.id",
        Map.of("slots", slots.toArray(UUID[]::new)));
  }

  /// Who has one soon, took it long enough before, and has not been reminded.
  List<Appointment> toRemind(Instant now, Instant until, int hours) {
    return many(
        """
        a.state = 'UNKNOWN' and a.reminded_at is null and l.email is not null
          and s.starts_at > :now and s.starts_at <= :until
          and a.asked_at < s.starts_at - make_interval(hours => :hours) order by s.starts_at, a.id
        limit 1000
        """,
        Map.of("now", utc(now), "until", utc(until), "hours", hours));
  }

  /// Somebody whom no letter reaches.
  ///
  /// @param about what they are to be told
  record Call(Appointment appointment, String about) {}

  /// Who is to be called: those first for whom the city closed, then by the hour.
  List<Call> toCall() {
    return sql.sql(
            SELECT
                + " where a.to_call is not null and l.erased_on is null"
                + " order by a.priority desc, s.starts_at, a.id limit 500")
        .query((row, number) -> new Call(row(row, number), row.getString("to_call")))
        .list();
  }

  private List<Appointment> many(String where, Map<String, ?> params) {
    return sql.sql(SELECT + " where " + where).params(params).query(AppointmentStore::row).list();
  }

  /// How it stands from now on.
  void end(UUID id, State state, Optional<Reason> reason) {
    sql.sql(
            """
            update learning.appointment a set state = :state, reason = :reason, to_call = null,
              during = case when :state = 'SEEN' then (
                select tstzrange(s.starts_at, s.ends_at) from learning.slot s where s.id = a.slot) end
            where id = :id
            """)
        .param("state", state.name())
        .param("reason", reason.map(Reason::name).orElse(null), Types.VARCHAR)
        .param("id", id)
        .update();
  }

  void move(UUID id, Slot slot) {
    sql.sql(
            """
            update learning.appointment set slot = :slot, during = tstzrange(:from, :until),
              reminded_at = null where id = :id
            """)
        .param("slot", slot.id())
        .param("from", utc(slot.startsAt()))
        .param("until", utc(slot.endsAt()))
        .param("id", id)
        .update();
  }

  void priority(UUID id) {
    sql.sql("update learning.appointment set priority = true where id = :id")
        .param("id", id)
        .update();
  }

  void toCall(UUID id, @Nullable String about) {
    sql.sql("update learning.appointment set to_call = :about where id = :id")
        .param("about", about, Types.VARCHAR)
        .param("id", id)
        .update();
  }

  void reminded(UUID id, Instant at) {
    sql.sql("update learning.appointment set reminded_at = :at where id = :id")
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  /// A line of what happened.
  ///
  /// @param why of a correction
  record Note(String what, Instant at, @Nullable String why, @Nullable UUID account) {}

  void note(UUID id, Note note) {
    sql.sql(
            """
            insert into learning.appointment_event (appointment, at, what, why, account)
            values (:id, :at, :what, :why, :account)
            """)
        .param("id", id)
        .param("at", utc(note.at()))
        .param("what", note.what())
        .param("why", note.why(), Types.VARCHAR)
        .param("account", note.account(), Types.OTHER)
        .update();
  }

  List<Note> notes(UUID id) {
    return sql.sql("select * from learning.appointment_event where appointment = :id order by id")
        .param("id", id)
        .query((row, _) ->
            new Note(
                row.getString("what"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("why"),
                row.getObject("account", UUID.class)))
        .list();
  }

  /// The themes of the last record that was made from an appointment for a need.
  Set<String> themes(String need) {
    return new TreeSet<>(
        sql.sql(
                """
                select unnest(v.themes) from (
                  select a.id, a.version from learning.activity a
                  join learning.appointment p on p.id = a.appointment
                  where p.need = :need and not a.withdrawn order by a.recorded_at desc limit 1) as last
                join learning.activity_version v on v.activity = last.id and v.version = last.version
                """)
            .param("need", need)
            .query(String.class)
            .list());
  }

  /// Counts why people stayed away from what is over, and takes the reason from beside them.
  void countReasons(Instant endedBefore) {
    sql.sql(
            """
            with told as (
              select a.id, o.place, o.day, a.reason, a.example from learning.appointment a
              join learning.slot s on s.id = a.slot join learning.opening o on o.id = s.opening
              where s.ends_at < :before and a.reason is not null and a.reason <> 'COUNTED'
            ), counted as (
              insert into learning.appointment_away (place, day, reason, people)
              select place, day, reason, count(*) from told where not example
              group by place, day, reason
              on conflict (place, day, reason) do update
                set people = appointment_away.people + excluded.people
            )
            update learning.appointment a set reason = 'COUNTED' from told where a.id = told.id
            """)
        .param("before", utc(endedBefore))
        .update();
  }

  /// Nobody is called any more about what is long over.
  void forgetCalls(Instant endedBefore) {
    sql.sql(
            """
            update learning.appointment a set to_call = null from learning.slot s
            where s.id = a.slot and s.ends_at < :before and a.to_call is not null
            """)
        .param("before", utc(endedBefore))
        .update();
  }

  /// What was taken, asked and missed in a while; examples never count.
  Diary.Waits figures(Instant from, Instant until) {
    return sql.sql(
            """
            select count(*) as taken,
              count(*) filter (where a.state = 'SEEN') as seen,
              count(*) filter (where a.state = 'NO_SHOW') as missed,
              percentile_cont(0.5) within group (
                order by extract(epoch from s.starts_at - a.asked_at) / 86400) as median
            from learning.appointment a join learning.slot s on s.id = a.slot
            where not a.example and a.asked_at >= :from and a.asked_at < :until
            """)
        .param("from", utc(from))
        .param("until", utc(until))
        .query((row, _) ->
            new Diary.Waits(
                row.getInt("taken"),
                row.getInt("seen"),
                row.getInt("missed"),
                Optional.ofNullable(row.getObject("median", Double.class))))
        .single();
  }

  static Appointment row(ResultSet row, int number) throws SQLException {
    return new Appointment(
        row.getObject("id", UUID.class),
        new Reference(row.getString("reference")),
        SlotStore.slot(row, number),
        new Learner(
            row.getObject("learner", UUID.class),
            row.getString("name"),
            Optional.ofNullable(row.getString("email")),
            Optional.ofNullable(row.getString("phone")),
            Language.find(row.getString("language")).orElseThrow()),
        Optional.ofNullable(row.getString("need")),
        State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("priority"),
        row.getBoolean("example"));
  }
}
