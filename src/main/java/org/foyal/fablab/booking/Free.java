package org.foyal.fablab.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.BookingStore.Taken;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.machines.Opening;
import org.springframework.stereotype.Component;

/// When a machine is free: while the lab is open, but for what is taken, with the time that each
/// booking takes before and after.
@Component
class Free {
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final Duration LOOK = Duration.ofDays(14);
  private static final int MOST = 200;
  private static final int OFFERED = 3;

  private final BookingStore store;
  private final Machines machines;
  private final LabHours hours;

  Free(BookingStore store, Machines machines, LabHours hours) {
    this.store = store;
    this.machines = machines;
    this.hours = hours;
  }

  /// The next whiles as long as one that is taken.
  List<Span> next(UUID machine, Span taken) {
    var found =
        list(machine, new Span(taken.from(), taken.from().plus(LOOK)), (int) taken.minutes());
    return found.subList(0, Math.min(OFFERED, found.size()));
  }

  /// All whiles of a length, a half hour apart, two hundred at the most.
  List<Span> list(UUID machine, Span within, int minutes) {
    var type = machines.find(machine).flatMap(one -> machines.findType(one.type()));
    if (type.isEmpty()) {
      return List.of();
    }
    var taken =
        store.taken(List.of(machine), within).stream()
            .map(Taken::span)
            .sorted(Comparator.comparing(Span::from))
            .collect(Collectors.toCollection(ArrayDeque::new));
    var found = new ArrayList<Span>();
    for (var opening : joined(hours.between(within.from(), within.until()))) {
      var start = opening.from();
      while (found.size() < MOST
          && !start.plus(Duration.ofMinutes(minutes)).isAfter(opening.until())) {
        var span = new Span(start, start.plus(Duration.ofMinutes(minutes)));
        if (!start.isBefore(within.from()) && !clashes(span, type.get(), taken)) {
          found.add(span);
        }
        start = start.plus(STEP);
      }
    }
    return found;
  }

  /// Called for one while after the other: what ended before is looked at no more. The database
  /// lets nothing that is taken overlap, so that the first of what is left is the first in the way.
  private static boolean clashes(Span span, MachineType type, ArrayDeque<Span> taken) {
    var from = span.from().minus(Duration.ofMinutes(type.times().setUp_minutes()));
    var until = span.until().plus(Duration.ofMinutes(type.times().cleanUp_minutes()));
    while (!taken.isEmpty() && !taken.getFirst().until().isAfter(from)) {
      taken.removeFirst();
    }
    return !taken.isEmpty() && taken.getFirst().from().isBefore(until);
  }

  /// Openings that follow one another without a gap are one.
  private static List<Span> joined(List<Opening> openings) {
    var joined = new ArrayList<Span>();
    for (var one : openings) {
      Instant from = one.from();
      Instant until = one.until();
      if (!joined.isEmpty() && !joined.getLast().until().isBefore(from)) {
        var last = joined.removeLast();
        from = last.from();
        until = until.isAfter(last.until()) ? until : last.until();
      }
      joined.add(new Span(from, until));
    }
    return joined;
  }
}
