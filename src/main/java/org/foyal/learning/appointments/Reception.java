package org.foyal.learning.appointments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.activity.Activities;
import org.foyal.learning.activity.Occasions.Of;
import org.foyal.learning.appointments.Appointment.Change;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.learning.appointments.Appointment.State;
import org.foyal.learning.appointments.Appointment.Why;
import org.foyal.learning.appointments.AppointmentStore.Call;
import org.foyal.learning.appointments.AppointmentStore.Note;
import org.foyal.learning.appointments.TicketStore.Ticket;
import org.foyal.learning.enrolment.Learners;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade for whoever receives: who is expected today, who came without an appointment, who
/// came, whom to call.
@Service
class Reception {
  /// How long before an appointment it can be noted that somebody came.
  private static final Duration EARLY = Duration.ofMinutes(60);

  /// How long somebody may be late before it can be noted that they did not come.
  private static final Duration GRACE = Duration.ofMinutes(15);

  private static final String OVER = "learning.appointments.problem.over";

  private final AppointmentStore store;
  private final SlotStore slots;
  private final TicketStore tickets;
  private final Appointments appointments;
  private final Learners learners;
  private final Desk desk;

  /// What the desk needs beside appointments.
  @Component("receptionDesk")
  record Desk(
      AppointmentLetters letters,
      Activities activities,
      Trail trail,
      ShellSettings city,
      Clock clock) {}

  Reception(
      AppointmentStore store,
      SlotStore slots,
      TicketStore tickets,
      Appointments appointments,
      Learners learners,
      Desk desk) {
    this.store = store;
    this.slots = slots;
    this.tickets = tickets;
    this.appointments = appointments;
    this.learners = learners;
    this.desk = desk;
  }

  /// A day at a place.
  ///
  /// @param expected by the hour; who said that they don't come, too
  /// @param tickets of whoever came without an appointment, in their order
  /// @param free slots of that day that can be taken still
  record Day(LocalDate day, List<Appointment> expected, List<Ticket> tickets, List<Slot> free) {
    List<Ticket> waiting() {
      return tickets.stream().filter(Ticket::waits).toList();
    }

    /// Whoever was received, with an appointment and without.
    long seen() {
      return expected.stream().filter(one -> one.state() == State.SEEN).count()
          + tickets.stream().filter(one -> one.state().equals("SEEN")).count();
    }
  }

  @Transactional(readOnly = true)
  Day day(UUID place, LocalDate day) {
    var from = day.atStartOfDay(desk.city().timeZone()).toInstant();
    var until = day.plusDays(1).atStartOfDay(desk.city().timeZone()).toInstant();
    var now = now();
    return new Day(
        day,
        store.during(place, from, until),
        tickets.of(place, day),
        slots.free(from.isBefore(now) ? now : from, until, Optional.of(place), 100));
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), desk.city().timeZone());
  }

  /// The place at which a trainer receives today, if they do.
  @Transactional(readOnly = true)
  Optional<UUID> placeToday(Optional<UUID> trainer) {
    var today =
        slots.openings(today(), 200).stream().filter(one -> one.day().equals(today())).toList();
    return today.stream()
        .filter(one -> trainer.filter(one.trainer()::equals).isPresent())
        .findFirst()
        .or(() -> today.stream().findFirst())
        .map(Opening::place);
  }

  @Transactional(readOnly = true)
  Optional<Appointment> find(UUID id) {
    return store.find(id);
  }

  @Transactional(readOnly = true)
  List<Note> notes(UUID id) {
    return store.notes(id);
  }

  String code(Appointment one) {
    return desk.letters().code(one);
  }

  /// Whether it can be noted that somebody came, or that they did not.
  boolean begun(Appointment one, boolean came) {
    var start = one.slot().startsAt();
    return came ? !early(start) : !now().isBefore(start.plus(GRACE));
  }

  /// Whether it is too early to note that somebody came to what begins then.
  boolean early(Instant start) {
    return now().isBefore(start.minus(EARLY));
  }

  /// Notes whether somebody came, where nothing was noted yet.
  @Transactional
  Change note(Actor by, UUID id, boolean came) {
    var held = store.find(id).map(appointments::hold);
    if (held.isEmpty()) {
      return new Change.NotThere();
    }
    var one = held.get();
    var state = came ? State.SEEN : State.NO_SHOW;
    if (one.state() == state) {
      return new Change.Done(one);
    }
    if (one.state() != State.UNKNOWN) {
      return new Change.Not(one, "learning.appointments.problem.noted");
    }
    if (!begun(one, came)) {
      return new Change.Not(
          one,
          came ? "learning.appointments.problem.early" : "learning.appointments.problem.grace");
    }
    return end(by, one, state, Optional.empty(), null);
  }

  /// Corrects what was noted, with why. Whoever has a record was there: it is taken back first.
  ///
  /// @param was how it stood when it was looked at
  @Transactional
  Change correct(Actor by, UUID id, State was, State now, Why why) {
    var held = store.find(id).map(appointments::hold);
    if (held.isEmpty()) {
      return new Change.NotThere();
    }
    var one = held.get();
    boolean noted = one.state() == State.SEEN || one.state() == State.NO_SHOW;
    boolean allowed = now == State.SEEN || now == State.NO_SHOW || now == State.EXCUSED;
    if (!noted || !allowed || one.state() != was || now == was) {
      return new Change.Not(one, "learning.appointments.problem.noted");
    }
    if (desk.activities().isRecorded(new Of(Optional.empty(), Optional.of(id)))) {
      return new Change.Not(one, "learning.appointments.problem.recorded");
    }
    var reason = now == State.EXCUSED ? Optional.of(Reason.COUNTED) : Optional.<Reason>empty();
    return end(by, one, now, reason, why.name());
  }

  private Change end(
      Actor by, Appointment one, State state, Optional<Reason> reason, @Nullable String why) {
    store.end(one.id(), state, reason);
    store.note(one.id(), new Note(why == null ? state.name() : "CORRECTED", now(), why, by.id()));
    append(by, why == null ? "noted" : "corrected", one);
    return new Change.Done(store.get(one.id()));
  }

  /// Notes that a record was made of it: then somebody came, whatever was noted before.
  ///
  /// @return the key of the words that say why there can be none
  Optional<String> recorded(Actor by, UUID id) {
    var held = store.find(id).map(appointments::hold);
    if (held.isEmpty() || held.get().state() == State.SEEN) {
      return Optional.empty();
    }
    var one = held.get();
    if (one.state() != State.UNKNOWN && one.state() != State.NO_SHOW) {
      return Optional.of(OVER);
    }
    if (!begun(one, true)) {
      return Optional.of("learning.appointments.problem.early");
    }
    end(by, one, State.SEEN, Optional.empty(), one.state() == State.NO_SHOW ? "RECORD" : null);
    return Optional.empty();
  }

  /// Takes an appointment back, or notes that the person does not come.
  @Transactional
  Change cancel(Actor by, UUID id, Reason reason) {
    var held = store.find(id).map(appointments::hold);
    if (held.isEmpty()) {
      return new Change.NotThere();
    }
    var one = held.get();
    if (one.state() != State.UNKNOWN) {
      return new Change.Not(one, OVER);
    }
    if (reason.own()) {
      appointments.end(one, State.EXCUSED, reason, by);
    } else {
      appointments.revoke(by, one, reason);
    }
    append(by, "cancelled", one);
    return new Change.Done(store.get(id));
  }

  /// Moves an appointment to another slot, and tells the person.
  @Transactional
  Change move(Actor by, UUID id, UUID to) {
    var found = store.find(id);
    if (found.isEmpty() || slots.find(to).isEmpty()) {
      return new Change.NotThere();
    }
    learners.hold(found.get().who().id());
    slots.holdAll(List.of(found.get().slot().id(), to));
    var one = store.get(id);
    var slot = slots.find(to).orElseThrow();
    var no = whyNot(one, slot);
    if (no.isPresent()) {
      return new Change.Not(one, no.get());
    }
    store.move(id, slot);
    slots.touch(one.slot().id(), now());
    slots.touch(to, now());
    store.note(id, new Note("MOVED", now(), null, by.id()));
    desk.letters().moved(store.get(id));
    append(by, "moved", one);
    return new Change.Done(store.get(id));
  }

  private Optional<String> whyNot(Appointment one, Slot slot) {
    if (one.state() != State.UNKNOWN) {
      return Optional.of(OVER);
    }
    if (!slot.open() || store.findOf(slot.id()).isPresent()) {
      return Optional.of("learning.appointments.problem.taken");
    }
    if (!slot.startsAt().isAfter(now())) {
      return Optional.of("learning.appointments.problem.past");
    }
    return store.busyBut(one.who().id(), slot, one.id())
            || learners.inSession(one.who().id(), slot.startsAt(), slot.endsAt())
        ? Optional.of("learning.appointments.problem.elsewhere")
        : Optional.empty();
  }

  /// Gives a number to somebody who came without an appointment. The same form gives one.
  @Transactional
  Ticket arrive(Actor by, UUID form, UUID place) {
    return tickets.add(form, place, today(), now(), by.id());
  }

  /// Ends a ticket: somebody was received, or has left. False: somebody else noted it first.
  @Transactional
  boolean end(UUID ticket, boolean seen) {
    return tickets.end(ticket, seen ? "SEEN" : "LEFT", now());
  }

  @Transactional(readOnly = true)
  Optional<Ticket> findTicket(UUID id) {
    return tickets.find(id);
  }

  /// Who is to be called, since no letter reaches them.
  @Transactional(readOnly = true)
  List<Call> toCall() {
    return store.toCall();
  }

  /// Notes that somebody was told.
  @Transactional
  void called(Actor by, UUID id) {
    store
        .find(id)
        .ifPresent(one -> {
          store.toCall(id, null);
          store.note(id, new Note("CALLED", now(), null, by.id()));
          append(by, "called", one);
        });
  }

  /// Reminds whoever has an appointment soon.
  @Transactional
  void remind(int hours) {
    for (var one : store.toRemind(now(), now().plus(Duration.ofHours(hours)), hours)) {
      desk.letters().remind(one);
      store.reminded(one.id(), now());
    }
  }

  /// Every night: whoever still waits has left; reasons are counted apart from people.
  @Transactional
  void forget() {
    tickets.endDays(today(), now());
    store.countReasons(now().minus(Duration.ofDays(1)));
    store.forgetCalls(now().minus(Duration.ofDays(7)));
  }

  private void append(Actor by, String act, Appointment one) {
    desk.trail().append(by.did("learning.appointments.act." + act, one.reference().toString()));
  }

  private Instant now() {
    return desk.clock().instant();
  }
}
