package org.foyal.fablab.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.booking.Booking.Care;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.BookingStore.Hold;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Opening;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;

/// Whether a while at a machine can be somebody’s at all: hours, lengths, limits and the ladder;
/// whether others have it is the database’s to say. The same for a new booking and for a change.
@Component
class Weighing {
  private final BookingStore store;
  private final LabHours hours;
  private final Ladder ladder;
  private final BookingSettings limits;
  private final Now now;

  /// The city’s clock.
  @Component
  record Now(Clock clock, ShellSettings city) {
    Instant instant() {
      return clock.instant();
    }

    LocalDate day(Instant at) {
      return LocalDate.ofInstant(at, city.timeZone());
    }
  }

  Weighing(BookingStore store, LabHours hours, Ladder ladder, BookingSettings limits, Now now) {
    this.store = store;
    this.hours = hours;
    this.ladder = ladder;
    this.limits = limits;
    this.now = now;
  }

  /// What was found: either why it can’t be, or how it is held.
  sealed interface Weighed {
    /// It can’t be.
    record No(Booked why) implements Weighed {}

    /// It can be, as far as the lab is concerned.
    record Yes(Care care, Hold hold) implements Weighed {}
  }

  /// Weighs a while at a machine for somebody who is held.
  ///
  /// @param counter whether the staff write it down, for whoever is there: without notice
  /// @param but the booking that is changed, which does not count against itself
  Weighed weigh(
      UUID member,
      Machine machine,
      MachineType type,
      Span span,
      boolean counter,
      Optional<UUID> but) {
    return times(machine, type, span, counter)
        .or(() -> counts(member, span, but))
        .<Weighed>map(Weighed.No::new)
        .orElseGet(() -> allowed(member, type, span));
  }

  private Optional<Booked> times(Machine machine, MachineType type, Span span, boolean counter) {
    var times = type.times();
    var last = now.instant().plus(Duration.ofDays(limits.daysAhead()));
    if (!machine.available() || !type.active()) {
      return Optional.of(new Booked.OutOfUse());
    }
    if (span.minutes() < times.shortest_minutes() || span.minutes() > times.longest_minutes()) {
      return Optional.of(new Booked.Length(times.shortest_minutes(), times.longest_minutes()));
    }
    int notice = counter ? 0 : times.notice_minutes();
    if (span.from().isBefore(now.instant().plus(Duration.ofMinutes(notice)))) {
      return Optional.of(new Booked.TooSoon(times.notice_minutes()));
    }
    return span.from().isAfter(last) ? Optional.of(new Booked.TooFar(last)) : Optional.empty();
  }

  private Optional<Booked> counts(UUID member, Span span, Optional<UUID> but) {
    var coming =
        store.coming(member, now.instant().minus(Duration.ofDays(1))).stream()
            .filter(one -> one.state().holds() || one.state().coming())
            .filter(one -> !but.equals(Optional.of(one.id())))
            .toList();
    // whoever waits everywhere would keep others from their turn
    long ahead = coming.stream().filter(one -> one.span().from().isAfter(now.instant())).count();
    if (ahead >= limits.bookingsAhead()) {
      return Optional.of(new Booked.TooManyAhead(limits.bookingsAhead()));
    }
    var day = now.day(span.from());
    long minutes =
        coming.stream()
            .filter(one -> one.state().holds() && now.day(one.span().from()).equals(day))
            .mapToLong(one -> one.span().minutes())
            .sum();
    return minutes + span.minutes() > limits.minutesADay()
        ? Optional.of(new Booked.TooMuchThatDay(limits.minutesADay()))
        : Optional.empty();
  }

  private Weighed allowed(UUID member, MachineType type, Span span) {
    var opening = opening(span);
    if (opening.isEmpty()) {
      return new Weighed.No(new Booked.NotOpen());
    }
    boolean staffed = opening.get().kind().staffed();
    var alone = atLeast(type, staffed ? Level.AUTONOMOUS_STAFFED : Level.AUTONOMOUS);
    if (ladder.missing(member, type.code(), alone, span.from()).isEmpty()) {
      return new Weighed.Yes(
          staffed ? Care.STAFFED : Care.ALONE,
          new Hold(held(type, span), 0, type.times().scarce()));
    }
    var lacks = ladder.missing(member, type.code(), atLeast(type, Level.SUPERVISED), span.from());
    if (!staffed || !lacks.isEmpty()) {
      return new Weighed.No(
          new Booked.NotAllowed(
              staffed ? lacks : ladder.missing(member, type.code(), alone, span.from())));
    }
    return new Weighed.Yes(
        Care.SUPERVISED, new Hold(held(type, span), attention(type), type.times().scarce()));
  }

  /// How much of one of the staff somebody takes who works under their eyes.
  static double attention(MachineType type) {
    return 1.0 / type.rules().perSupervisor();
  }

  private static Level atLeast(MachineType type, Level level) {
    var asked = Level.of(type.rules().levelToBook());
    return asked.reaches(level) ? asked : level;
  }

  private static Span held(MachineType type, Span span) {
    return new Span(
        span.from().minus(Duration.ofMinutes(type.times().setUp_minutes())),
        span.until().plus(Duration.ofMinutes(type.times().cleanUp_minutes())));
  }

  /// The opening that holds the whole while; one with staff before one without.
  private Optional<Opening> opening(Span span) {
    var those = hours.between(span.from(), span.until());
    return whole(those.stream().filter(one -> one.kind().staffed()).toList(), span)
        .or(() -> whole(those, span));
  }

  /// Openings that follow one another without a gap are one; it is staffed if all of them are.
  private static Optional<Opening> whole(List<Opening> those, Span span) {
    var reached = span.from();
    boolean staffed = true;
    for (var one : those) {
      if (!one.from().isAfter(reached) && one.until().isAfter(reached)) {
        reached = one.until();
        staffed &= one.kind().staffed();
      }
    }
    return reached.isBefore(span.until())
        ? Optional.empty()
        : Optional.of(
            new Opening(
                span.from(), span.until(), staffed ? Opening.Kind.STAFFED : Opening.Kind.SELF));
  }

  /// The city’s clock.
  Now now() {
    return now;
  }
}
