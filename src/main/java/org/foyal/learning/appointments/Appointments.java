package org.foyal.learning.appointments;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.foyal.cases.codes.Codes;
import org.foyal.kernel.Reference;
import org.foyal.learning.appointments.Appointment.Change;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.learning.appointments.Appointment.State;
import org.foyal.learning.appointments.AppointmentStore.Note;
import org.foyal.learning.appointments.AppointmentStore.Who;
import org.foyal.learning.appointments.Taking.Booked;
import org.foyal.learning.appointments.Taking.Elsewhere;
import org.foyal.learning.appointments.Taking.NoSlot;
import org.foyal.learning.appointments.Taking.NotNow;
import org.foyal.learning.appointments.Taking.Refused;
import org.foyal.learning.appointments.Taking.SentBefore;
import org.foyal.learning.appointments.Taking.Taken;
import org.foyal.learning.appointments.Taking.Wish;
import org.foyal.learning.enrolment.Learners;
import org.foyal.people.Actor;
import org.foyal.people.mandates.UnderMandate;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of appointments: taking a slot, seeing it, giving it back. Whoever has a reference
/// and its code is that person: there is no account.
///
/// Whoever takes, leaves or moves holds the person first, then the slot, then what stands in it,
/// always in that order; the database gives a slot to one person.
@Service
public class Appointments {
  private static final String MANDATED = "learning.appointment";
  private static final int DRAWS = 8;

  private final AppointmentStore store;
  private final SlotStore slots;
  private final Learners learners;
  private final AppointmentLetters letters;
  private final AppointmentSettings settings;
  private final Around around;
  private final SecureRandom random = new SecureRandom();

  /// What appointments ask of their neighbours.
  @Component("aroundAppointments")
  record Around(
      Codes codes,
      AppointmentWords words,
      UnderMandate mandates,
      TicketStore counts,
      Trail trail,
      TransactionTemplate transactions,
      ShellSettings city,
      Clock clock) {
    Instant now() {
      return clock.instant();
    }

    LocalDate today() {
      return LocalDate.ofInstant(now(), city.timeZone());
    }
  }

  Appointments(
      AppointmentStore store,
      SlotStore slots,
      Learners learners,
      AppointmentLetters letters,
      AppointmentSettings settings,
      Around around) {
    this.store = store;
    this.slots = slots;
    this.learners = learners;
    this.letters = letters;
    this.settings = settings;
    this.around = around;
  }

  /// Slots that anybody can take now, the soonest first.
  ///
  /// @param day on this one only
  @Transactional(readOnly = true)
  List<Slot> free(Optional<LocalDate> day, Optional<UUID> place, int most) {
    var soonest = around.now().plus(Duration.ofMinutes(settings.leadMinutes()));
    var farthest = around.now().plus(Duration.ofDays(settings.farthestDays()));
    var zone = around.city().timeZone();
    var from = day.map(one -> one.atStartOfDay(zone).toInstant()).orElse(soonest);
    var until = day.map(one -> one.plusDays(1).atStartOfDay(zone).toInstant()).orElse(farthest);
    return slots.free(
        from.isBefore(soonest) ? soonest : from,
        until.isAfter(farthest) ? farthest : until,
        place,
        most);
  }

  /// The places that have a slot that anybody can take now.
  @Transactional(readOnly = true)
  List<UUID> places() {
    var now = around.now();
    return slots.placesWithFree(
        now.plus(Duration.ofMinutes(settings.leadMinutes())),
        now.plus(Duration.ofDays(settings.farthestDays())));
  }

  /// Slots that the staff can give to somebody now, those too that begin in a moment.
  @Transactional(readOnly = true)
  List<Slot> freeAtTheDesk(Optional<LocalDate> day, Optional<UUID> place, int most) {
    var zone = around.city().timeZone();
    var now = around.now();
    var from = day.map(one -> one.atStartOfDay(zone).toInstant()).orElse(now);
    var until = from.plus(Duration.ofDays(day.isPresent() ? 1 : settings.farthestDays()));
    return slots.free(from.isBefore(now) ? now : from, until, place, most);
  }

  /// Whether a day has open slots at a place that are all taken; then that somebody asked for it is
  /// counted.
  ///
  /// @param counts whether this asker counts
  @Transactional
  boolean full(LocalDate day, Optional<UUID> place, boolean counts) {
    var zone = around.city().timeZone();
    var until = day.plusDays(1).atStartOfDay(zone).toInstant();
    var there =
        slots.during(day.atStartOfDay(zone).toInstant(), until, place).stream()
            .filter(one -> settings.isInTime(one, around.now(), false))
            .toList();
    boolean full = !there.isEmpty() && free(Optional.of(day), place, 1).isEmpty();
    if (full && counts && !day.isBefore(around.today())) {
      there.stream()
          .filter(one -> !one.example())
          .map(Slot::place)
          .distinct()
          .forEach(one -> around.counts().unmet(one, day));
    }
    return full;
  }

  @Transactional(readOnly = true)
  Optional<Slot> findSlot(UUID id) {
    return slots.find(id);
  }

  /// Whether a slot can be taken on the web now.
  @Transactional(readOnly = true)
  boolean offers(Slot slot) {
    return settings.isInTime(slot, around.now(), false) && slots.isFree(slot.id());
  }

  /// Gives a slot to one person.
  Taking take(Wish wish) {
    return again(() -> inOne(() -> take(wish, false)));
  }

  /// The same, written down by somebody of the staff.
  ///
  /// @param mandate the reference of the mandate under which it is done, or empty
  Taking take(Actor by, Wish wish, String mandate) {
    return again(
        () -> mandate.isEmpty() ? inOne(() -> noted(by, wish)) : mandated(by, wish, mandate));
  }

  private Taking mandated(Actor by, Wish wish, String mandate) {
    var about =
        slots
            .find(wish.slot())
            .map(one -> around.words().of(one, wish.need(), wish.person().language()))
            .map(said -> said.what() + ", " + said.when())
            .orElse("");
    return around
        .mandates()
        .act(
            new UnderMandate.Act(mandate, by, MANDATED, about, wish.form()),
            () -> {
              var came = noted(by, wish);
              if (came instanceof Booked(var made, String _, boolean _)) {
                store.underMandate(made.id());
              }
              return came;
            },
            came -> came instanceof Booked || came instanceof SentBefore,
            acting -> new Refused(Map.of("mandate", acting.words())));
  }

  private Taking noted(Actor by, Wish wish) {
    var came = take(wish, true);
    if (came instanceof Booked(var made, String _, boolean _)) {
      around
          .trail()
          .append(by.did("learning.appointments.act.booked", made.reference().toString()));
    }
    return came;
  }

  private Taking inOne(Supplier<Taking> work) {
    return Objects.requireNonNull(
        around
            .transactions()
            .execute(status -> {
              var came = work.get();
              if (!(came instanceof Booked)) {
                status.setRollbackOnly(); // whoever got nothing leaves no name here
              }
              return came;
            }));
  }

  /// Where the database says no, the second try tells what came between.
  private static Taking again(Supplier<Taking> work) {
    try {
      return work.get();
    } catch (DataIntegrityViolationException there) {
      return work.get();
    }
  }

  private Taking take(Wish wish, boolean staff) {
    var problems = learners.check(wish.person(), false);
    if (wish.need().filter(one -> !around.words().isNeed(one)).isPresent()) {
      problems.put("need", "learning.appointments.problem.need");
    }
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    var before = store.findByForm(wish.form());
    if (before.isPresent()) {
      return new SentBefore(before.get(), letters.code(before.get()));
    }
    var offered =
        slots.find(wish.slot()).filter(one -> around.words().place(one.place()).isPresent());
    if (offered.isEmpty()) {
      return new NoSlot();
    }
    if (!settings.isInTime(offered.get(), around.now(), staff)) {
      return new NotNow(offered.get());
    }
    var known = learners.known(wish.person(), offered.get().example(), staff);
    var who = new Who(known.id(), staff || known.fresh());
    if (!staff && store.ahead(known.id(), around.now()) >= settings.mostAhead()) {
      return new Refused(Map.of("name", "learning.appointments.problem.many"));
    }
    var slot = slots.hold(wish.slot());
    var taking = what(wish, slot, who.learner()).orElseGet(() -> book(wish, slot, who));
    if (staff && !known.fresh() && taking instanceof Booked) {
      learners.doubt(who.learner());
    }
    return taking;
  }

  /// What stands in the way, if something does.
  private Optional<Taking> what(Wish wish, Slot slot, UUID learner) {
    var twin = store.findByForm(wish.form());
    if (twin.isPresent()) {
      return Optional.of(new SentBefore(twin.get(), letters.code(twin.get())));
    }
    if (!slot.open() || store.findOf(slot.id()).isPresent()) {
      return Optional.of(new Taken(slot));
    }
    return store.busy(learner, slot) || learners.inSession(learner, slot.startsAt(), slot.endsAt())
        ? Optional.of(new Elsewhere(slot))
        : Optional.empty();
  }

  private Taking book(Wish wish, Slot slot, Who who) {
    var now = around.now();
    for (int drawn = 0; drawn < DRAWS; drawn++) {
      var id = store.add(wish, Reference.next(random), who, slot, now);
      if (id.isPresent()) {
        store.note(id.get(), new Note("TAKEN", now, null, wish.takenBy()));
        slots.touch(slot.id(), now);
        var made = store.get(id.get());
        return new Booked(made, letters.code(made), letters.booked(made));
      }
      var between = what(wish, slot, who.learner());
      if (between.isPresent()) {
        return between.get();
      }
    }
    throw new IllegalStateException("no reference is free");
  }

  /// What somebody sees of their appointment.
  ///
  /// @param late whether it is so soon that they call to cancel it
  /// @param over whether its hour has passed
  /// @param proven whether whoever took it is the person, and not only by name
  record Followed(
      Appointment appointment,
      String code,
      boolean late,
      boolean over,
      boolean proven,
      List<Note> notes) {}

  /// The appointment that a reference and its code open.
  @Transactional(readOnly = true)
  Optional<Followed> follow(String reference, String code) {
    return open(reference, code)
        .map(one -> {
          boolean over = !around.now().isBefore(one.slot().endsAt());
          boolean late = late(one) && !over;
          boolean proven = store.isProven(one.id());
          return new Followed(one, letters.code(one), late, over, proven, store.notes(one.id()));
        });
  }

  Optional<Appointment> open(String reference, String code) {
    return Reference.read(reference)
        .filter(read -> around.codes().opens(AppointmentLetters.KIND, read, code))
        .flatMap(store::find);
  }

  private boolean late(Appointment one) {
    return !around
        .now()
        .plus(Duration.ofHours(settings.cancelHours()))
        .isBefore(one.slot().startsAt());
  }

  /// Gives an appointment back, so that somebody else can have the slot.
  @Transactional
  Change cancel(String reference, String code, Reason reason) {
    var found = open(reference, code);
    if (found.isEmpty()) {
      return new Change.NotThere();
    }
    var one = hold(found.get());
    if (one.state() == State.EXCUSED) {
      return new Change.Done(one);
    }
    if (one.state() != State.UNKNOWN || !around.now().isBefore(one.slot().startsAt())) {
      return new Change.Not(one, "learning.appointments.problem.over");
    }
    if (late(one)) {
      return new Change.Not(one, "learning.appointments.problem.late");
    }
    end(one, State.EXCUSED, reason, null);
    return new Change.Done(store.get(one.id()));
  }

  /// Holds the slot of an appointment, and answers the appointment as it then stands.
  Appointment hold(Appointment one) {
    slots.hold(one.slot().id());
    return store.get(one.id());
  }

  /// Ends an appointment whose slot is held.
  void end(Appointment one, State state, Reason reason, @Nullable Actor by) {
    store.end(one.id(), state, Optional.of(reason));
    store.note(one.id(), new Note(state.name(), around.now(), null, by == null ? null : by.id()));
    slots.touch(one.slot().id(), around.now());
  }

  /// Takes an appointment back whose slot is held, and tells whoever has it.
  void revoke(Actor by, Appointment one, Reason reason) {
    if (reason == Reason.CLOSED) {
      store.priority(one.id());
    }
    end(one, State.REVOKED, reason, by);
    letters.revoked(store.get(one.id()));
  }

  /// Erases the name and contact of whoever had an appointment, once they are expected nowhere.
  /// Where it is not known whether whoever took it is the person, only this one forgets whose it
  /// was.
  @Transactional
  Change erase(String reference, String code) {
    var found = open(reference, code);
    if (found.isEmpty()) {
      return new Change.NotThere();
    }
    var one = found.get();
    boolean proven = store.isProven(one.id());
    boolean toCome = one.state() == State.UNKNOWN && around.now().isBefore(one.slot().startsAt());
    if (proven ? learners.expected(one.who().id()) : toCome) {
      return new Change.Not(one, "learning.appointments.problem.cancel-first");
    }
    if (proven) {
      learners.erase(one.who().id());
    } else {
      store.part(one.id(), around.today());
    }
    return new Change.Done(store.get(one.id()));
  }
}
