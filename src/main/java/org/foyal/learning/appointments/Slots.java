package org.foyal.learning.appointments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.cases.calendar.ClosedDays;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.learning.appointments.Opened.Conflicting;
import org.foyal.learning.appointments.Opened.Done;
import org.foyal.learning.appointments.Opened.Held;
import org.foyal.learning.appointments.Opened.Overtaken;
import org.foyal.learning.appointments.Opened.Refused;
import org.foyal.learning.appointments.Opened.Why;
import org.foyal.learning.appointments.SlotStore.Take;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Timetable;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens hours, changes who receives and in which room, takes hours out: one day or a series, all
/// of it or nothing. Whoever does holds trainers and rooms first, then the openings, then the
/// slots.
@Service
public class Slots {
  private final SlotStore store;
  private final AppointmentStore appointments;
  private final SlotFitness fitness;
  private final Desk desk;

  /// What opening needs beside the hours.
  @Component("slotDesk")
  record Desk(
      Appointments taken,
      ClosedDays closed,
      Trail trail,
      TransactionTemplate transactions,
      ShellSettings city,
      Clock clock) {
    ZoneId zone() {
      return city.timeZone();
    }

    LocalDate today() {
      return LocalDate.ofInstant(clock.instant(), zone());
    }
  }

  Slots(SlotStore store, AppointmentStore appointments, SlotFitness fitness, Desk desk) {
    this.store = store;
    this.appointments = appointments;
    this.fitness = fitness;
    this.desk = desk;
  }

  /// Why hours can't be opened, whoever else has plans.
  @Transactional(readOnly = true)
  Optional<Why> check(Opening plan, Repetition repetition) {
    return fitness.refuse(plan, repetition);
  }

  /// The days of a plan, those that are left out too, with what stands against each.
  @Transactional(readOnly = true)
  List<Timetable.Day> preview(Opening plan, Repetition repetition) {
    var closed = new TreeMap<LocalDate, String>();
    desk.closed().list().forEach(one -> closed.put(one.day(), one.name()));
    var days = repetition.days(plan.day());
    var wanted = days.stream().flatMap(day -> takes(plan.on(day)).stream()).toList();
    var conflicts = store.conflicts(wanted, List.of());
    return days.stream()
        .map(day ->
            new Timetable.Day(
                day,
                Optional.ofNullable(closed.get(day)),
                conflicts.stream().filter(one -> one.day().equals(day)).toList()))
        .toList();
  }

  private List<Take> takes(Opening plan) {
    return plan.slots(desk.zone()).stream()
        .flatMap(span -> takes(plan, new UUID(0, 0), span.from(), span.until()))
        .toList();
  }

  private static Stream<Take> takes(Opening plan, UUID slot, Instant from, Instant until) {
    var free = until.plusSeconds(60L * plan.buffer_minutes());
    return resources(plan).map(one -> new Take(slot, plan.day(), one, from, free));
  }

  private static Stream<UUID> resources(Opening plan) {
    return Stream.concat(Stream.of(plan.trainer()), plan.room().stream());
  }

  /// Opens hours on one day or on each of a series. The same form twice opens them once.
  Opened open(Actor by, Opening plan, Repetition repetition) {
    return again(() -> within(() -> opened(by, plan, repetition)));
  }

  /// Hours of some weeks.
  ///
  /// @param weeks how many, from the day on
  /// @param example whether a demonstration invents them
  public record Hours(
      UUID place,
      UUID trainer,
      LocalDate day,
      LocalTime from,
      LocalTime until,
      int minutes,
      int weeks,
      boolean example) {}

  /// Opens hours each week on which the city is open, all or none; false where trainer or place
  /// can’t.
  public boolean open(Actor by, Hours hours) {
    var plan =
        new Opening(
            new UUID(0, 0),
            UUID.randomUUID(),
            hours.place(),
            Optional.empty(),
            hours.trainer(),
            hours.day(),
            hours.from(),
            hours.until(),
            hours.minutes(),
            0,
            1,
            hours.example());
    var closed =
        desk.closed().list().stream().map(ClosedDays.Listed::day).collect(Collectors.toSet());
    var weekly = new Repetition(Optional.of(Plan.Rhythm.WEEK), hours.weeks(), closed);
    return open(by, plan, weekly) instanceof Done;
  }

  private Opened opened(Actor by, Opening plan, Repetition repetition) {
    var before = store.lockSeries(plan.series());
    if (!before.isEmpty()) {
      return new Done(before, 0);
    }
    var wrong = check(plan, repetition);
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    store.lockResources(resources(plan).toList());
    var made = SlotFitness.days(plan, repetition).stream().map(plan::on).toList();
    var conflicts =
        store.conflicts(made.stream().flatMap(one -> takes(one).stream()).toList(), List.of());
    if (!conflicts.isEmpty()) {
      return new Conflicting(conflicts);
    }
    int slots = made.stream().mapToInt(this::write).sum();
    trail(by, "opened", made.getFirst(), slots);
    return new Done(made, slots);
  }

  private int write(Opening one) {
    store.add(one);
    var wanted = new ArrayList<Take>();
    for (var span : one.slots(desk.zone())) {
      var slot = UUID.randomUUID();
      store.add(slot, one.id(), span, desk.clock().instant());
      takes(one, slot, span.from(), span.until()).forEach(wanted::add);
    }
    store.take(wanted);
    return wanted.size() / (int) resources(one).count();
  }

  /// The openings that a change is for, the soonest first; those that are over never change.
  private List<Opening> inScope(Opening edited, Scope scope) {
    return store.lockSeries(edited.series()).stream()
        .filter(one -> !one.day().isBefore(desk.today()))
        .filter(one ->
            switch (scope) {
              case THIS -> one.id().equals(edited.id());
              case FOLLOWING -> !one.day().isBefore(edited.day());
              case ALL -> true;
            })
        .toList();
  }

  /// Has somebody else receive, or elsewhere in the same place; who has a slot keeps it.
  Opened change(Actor by, Opening edited, Scope scope, UUID trainer, Optional<UUID> room) {
    return again(() ->
        within(() -> {
          store.lockResources(Stream.concat(Stream.of(trainer), room.stream()).toList());
          var changed = inScope(edited, scope);
          if (overtaken(changed, edited)) {
            return new Overtaken();
          }
          return changed(by, changed.stream().map(one -> one.with(trainer, room)).toList());
        }));
  }

  private static boolean overtaken(List<Opening> held, Opening edited) {
    return held.stream()
        .noneMatch(one -> one.id().equals(edited.id()) && one.version() == edited.version());
  }

  private Opened changed(Actor by, List<Opening> after) {
    var wrong = after.stream().flatMap(one -> fitness.with(one).stream()).findFirst();
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    var slots = coming(after);
    var wanted = new ArrayList<Take>();
    for (var one : after) {
      slots.stream()
          .filter(slot -> slot.opening().equals(one.id()))
          .flatMap(slot -> takes(one, slot.id(), slot.startsAt(), slot.endsAt()))
          .forEach(wanted::add);
    }
    var ids = slots.stream().map(Slot::id).toList();
    var conflicts = store.conflicts(wanted, ids);
    if (!conflicts.isEmpty()) {
      return new Conflicting(conflicts);
    }
    store.free(ids);
    after.forEach(store::update);
    store.take(wanted);
    ids.forEach(id -> store.touch(id, desk.clock().instant()));
    trail(by, "changed", after.getFirst(), slots.size());
    return new Done(after, slots.size());
  }

  /// Open slots that have not begun, held.
  private List<Slot> coming(Collection<Opening> some) {
    var now = desk.clock().instant();
    return store.lock(some.stream().map(Opening::id).toList()).stream()
        .filter(one -> one.startsAt().isAfter(now))
        .toList();
  }

  /// Takes hours out. Where people have some of them nothing is done, unless it is said that they
  /// are to be told.
  ///
  /// @param also whether appointments are taken back too, and people told
  Opened remove(Actor by, Opening edited, Scope scope, boolean also) {
    return within(() -> {
      var gone = inScope(edited, scope);
      if (overtaken(gone, edited)) {
        return new Overtaken();
      }
      var slots = coming(gone);
      var ids = slots.stream().map(Slot::id).toList();
      var people = appointments.standing(ids);
      if (!people.isEmpty() && !also) {
        return new Held(people.size());
      }
      people.forEach(one -> desk.taken().revoke(by, one, Reason.REMOVED));
      store.close(ids, desk.clock().instant());
      trail(by, "removed", gone.getFirst(), slots.size());
      return new Done(gone, slots.size());
    });
  }

  /// Takes one slot out that nobody has. False: somebody has it.
  @Transactional
  boolean remove(Actor by, UUID slot) {
    var held = store.hold(slot);
    if (appointments.findOf(slot).isPresent()) {
      return false;
    }
    store.close(List.of(slot), desk.clock().instant());
    desk.trail().append(by.did("learning.appointments.act.removed", held.startsAt() + " " + slot));
    return true;
  }

  @Transactional(readOnly = true)
  Optional<Opening> find(UUID id) {
    return store.findOpening(id);
  }

  /// An opening with its slots and who has them.
  record Sheet(Opening opening, List<Slot> slots, List<Appointment> appointments, int others) {
    Optional<Appointment> of(Slot slot) {
      return appointments.stream().filter(one -> one.slot().id().equals(slot.id())).findFirst();
    }
  }

  @Transactional(readOnly = true)
  Sheet sheet(Opening opening) {
    var slots = store.of(opening.id()).stream().filter(Slot::open).toList();
    int others =
        (int)
            store.openings(opening.day(), Plan.MOST * 10).stream()
                .filter(one -> one.series().equals(opening.series()))
                .filter(one -> !one.id().equals(opening.id()))
                .count();
    return new Sheet(
        opening, slots, appointments.standing(slots.stream().map(Slot::id).toList()), others);
  }

  @Transactional(readOnly = true)
  List<Opening> openings(LocalDate from, int most) {
    return store.openings(from, most);
  }

  LocalDate today() {
    return desk.today();
  }

  ZoneId zone() {
    return desk.zone();
  }

  private void trail(Actor by, String act, Opening first, int slots) {
    desk.trail()
        .append(
            by.did(
                "learning.appointments.act." + act,
                first.day() + " " + first.from() + " × " + slots + " " + first.id()));
  }

  private Opened within(Supplier<Opened> work) {
    return Objects.requireNonNull(desk.transactions().execute(_ -> work.get()));
  }

  /// Where somebody who held nothing was quicker, or the same form came twice at once, the database
  /// says no; then it is tried once more, and tells what is there.
  private static Opened again(Supplier<Opened> work) {
    try {
      return work.get();
    } catch (DataIntegrityViolationException there) {
      var why = String.valueOf(there.getMessage());
      if (!why.contains("never_booked_twice") && !why.contains("opened_once")) {
        throw there;
      }
      return retried(work);
    }
  }

  /// Where it says no again, something is taken, whoever took it.
  private static Opened retried(Supplier<Opened> work) {
    try {
      return work.get();
    } catch (DataIntegrityViolationException there) {
      if (!String.valueOf(there.getMessage()).contains("never_booked_twice")) {
        throw there;
      }
      return new Conflicting(List.of());
    }
  }
}
