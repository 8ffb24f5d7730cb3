package org.foyal.learning.appointments;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.appointments.Taking.Wish;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Hours that are open, with people in them, through the room's façades; time passes by moving what
/// is kept.
@TestComponent
public class Booked {
  private final Taught taught;
  private final Slots slots;
  private final SlotStore store;
  private final Appointments appointments;
  private final JdbcClient sql;

  Booked(Taught taught, Slots slots, SlotStore store, Appointments appointments, JdbcClient sql) {
    this.taught = taught;
    this.slots = slots;
    this.store = store;
    this.appointments = appointments;
    this.sql = sql;
  }

  /// A morning in twenty days, at a place and with a trainer of its own: slots of half an hour.
  Opening plan(LocalTime from, LocalTime until) {
    return new Opening(
        new UUID(0, 0),
        UUID.randomUUID(),
        taught.place("Maison des rendez-vous").id(),
        Optional.empty(),
        taught.trainer("Ana"),
        LocalDate.now(ZoneOffset.UTC).plusDays(20),
        from,
        until,
        30,
        0,
        1,
        false);
  }

  Opening open(Opening plan) {
    if (slots.open(Actor.CONSOLE, plan, Repetition.ONCE) instanceof Opened.Done(var made, int _)) {
      return made.getFirst();
    }
    throw new AssertionError("it was not opened");
  }

  /// So many slots in a row from nine on.
  List<Slot> slots(int many) {
    var from = LocalTime.of(9, 0);
    return store.of(open(plan(from, from.plusMinutes(30L * many))).id());
  }

  Slot slot() {
    return slots(1).getFirst();
  }

  /// A slot of somebody.
  public Slot with(UUID trainer) {
    var plan = plan(LocalTime.of(9, 0), LocalTime.of(9, 30));
    return store.of(open(plan.with(trainer, Optional.empty())).id()).getFirst();
  }

  /// What opens an appointment.
  public record Keys(String reference, String code) {}

  /// Somebody takes a slot.
  public Keys keys(Slot slot) {
    var made = take(slot, person("Man Titine"));
    return new Keys(made.appointment().reference().toString(), made.code());
  }

  /// They give it back.
  public void cancel(Keys keys) {
    appointments.cancel(keys.reference(), keys.code(), Appointment.Reason.TIME);
  }

  /// The slot is taken out.
  public void takeOut(Slot slot) {
    slots.remove(Actor.CONSOLE, slot.id());
  }

  static Person person(String name) {
    return new Person(
        name,
        Optional.of("comes-" + UUID.randomUUID() + "@example.org"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Language.FR);
  }

  static Person called(String name, Optional<String> phone) {
    return new Person(
        name, Optional.empty(), phone, Optional.empty(), Optional.empty(), Language.FR);
  }

  static Wish wish(Slot slot, Person person) {
    return new Wish(UUID.randomUUID(), slot.id(), Optional.empty(), person, Channel.WEB, null);
  }

  Taking.Booked take(Slot slot, Person person) {
    return (Taking.Booked) appointments.take(wish(slot, person));
  }

  Taking.Booked take(Slot slot, Person person, String need) {
    return (Taking.Booked)
        appointments.take(
            new Wish(UUID.randomUUID(), slot.id(), Optional.of(need), person, Channel.WEB, null));
  }

  /// Brings a slot nearer, to so many minutes from now; below nought it has begun. What it occupies
  /// and the time of whoever has it go with it.
  void nearer(Slot slot, int minutes) {
    sql.sql(
            """
            with moved as (
              update learning.slot set starts_at = now() + make_interval(mins => :minutes),
                ends_at = now() + make_interval(mins => :minutes + 30) where id = :id
              returning id, starts_at, ends_at
            )
            update learning.appointment a set during = tstzrange(m.starts_at, m.ends_at)
            from moved m where a.slot = m.id and a.during is not null
            """)
        .param("minutes", minutes)
        .param("id", slot.id())
        .update();
  }

  /// Somebody has an appointment while a session takes place.
  public void at(Session session, Person person) {
    var slot = slot();
    take(slot, person);
    sql.sql(
            """
            with moved as (
              update learning.slot set starts_at = :from, ends_at = :until where id = :id
              returning id, starts_at, ends_at
            )
            update learning.appointment a set during = tstzrange(m.starts_at, m.ends_at)
            from moved m where a.slot = m.id
            """)
        .param("from", session.startsAt().atOffset(ZoneOffset.UTC))
        .param("until", session.endsAt().atOffset(ZoneOffset.UTC))
        .param("id", slot.id())
        .update();
  }

  String state(UUID appointment) {
    return sql.sql("select state from learning.appointment where id = :id")
        .param("id", appointment)
        .query(String.class)
        .single();
  }

  int count(String what, UUID id) {
    return sql.sql("select count(*) from learning." + what + " = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /// The last letter to somebody.
  String letter(Person person) {
    return sql.sql(
            """
            select subject || chr(10) || body from post.letter where address = :address
            order by id desc limit 1
            """)
        .param("address", person.email().orElseThrow())
        .query(String.class)
        .optional()
        .orElse("");
  }
}
