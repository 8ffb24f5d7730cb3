package org.foyal.learning.appointments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.appointments.Opened.Why;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Resource.Kind;
import org.foyal.learning.courses.Resources;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;

/// Says whether hours can be opened, whoever else has plans.
@Component
class SlotFitness {
  private final Resources resources;
  private final AppointmentWords words;
  private final ShellSettings city;
  private final Clock clock;

  SlotFitness(Resources resources, AppointmentWords words, ShellSettings city, Clock clock) {
    this.resources = resources;
    this.words = words;
    this.city = city;
    this.clock = clock;
  }

  /// The days of a plan that are not left out.
  static List<LocalDate> days(Opening plan, Repetition repetition) {
    return repetition.days(plan.day()).stream()
        .filter(day -> !repetition.without().contains(day))
        .toList();
  }

  Optional<Why> refuse(Opening plan, Repetition repetition) {
    var days = days(plan, repetition);
    if (days.isEmpty() || repetition.times() > Plan.MOST || repetition.times() < 1) {
      return Optional.of(Why.TIMES);
    }
    return when(plan).or(() -> when(plan.on(days.getLast()))).or(() -> with(plan));
  }

  private Optional<Why> when(Opening plan) {
    if (!plan.until().isAfter(plan.from())) {
      return Optional.of(Why.END);
    }
    if (plan.day().getYear() > 9000) {
      return Optional.of(Why.FAR);
    }
    var spans = plan.slots(city.timeZone());
    if (spans.isEmpty()) {
      return Optional.of(Why.SHORT);
    }
    var first = spans.getFirst().from();
    if (!first.atZone(city.timeZone()).toLocalTime().equals(plan.from())) {
      return Optional.of(Why.END);
    }
    if (!first.isAfter(clock.instant())) {
      return Optional.of(Why.PAST);
    }
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    return plan.day().isAfter(today.plusYears(2)) ? Optional.of(Why.FAR) : Optional.empty();
  }

  /// Why it can't be there, or with them.
  Optional<Why> with(Opening plan) {
    if (words.place(plan.place()).isEmpty()) {
      return Optional.of(Why.PLACE);
    }
    if (!usable(plan.trainer(), Kind.TRAINER)) {
      return Optional.of(Why.TRAINER);
    }
    boolean there =
        plan.room().isEmpty()
            || resources
                .find(plan.room().get())
                .filter(one -> one.active() && one.kind() == Kind.ROOM)
                .filter(one -> one.place().equals(Optional.of(plan.place())))
                .isPresent();
    return there ? Optional.empty() : Optional.of(Why.ROOM);
  }

  private boolean usable(UUID resource, Kind kind) {
    return resources.find(resource).filter(one -> one.active() && one.kind() == kind).isPresent();
  }
}
