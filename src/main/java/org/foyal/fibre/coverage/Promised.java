package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.Dated;
import org.foyal.fibre.rollout.Commitment;
import org.foyal.fibre.rollout.Commitment.Measured;

/// A promise beside what came of it.
///
/// @param due the last day by which it was due
/// @param actual the latest count of the whole city that is known, if it has a share to reach
/// @param keptOn the first day on which a count reached it
record Promised(
    Commitment promise,
    State state,
    Optional<LocalDate> due,
    Optional<Actual> actual,
    Optional<LocalDate> keptOn) {
  /// What came of it.
  enum State {
    /// Reached by its day, or without one.
    KEPT,
    /// Reached, after its day.
    KEPT_LATE,
    /// Its day is still to come.
    OPEN,
    /// No day was named, and it is not reached.
    UNDATED,
    /// Its day has passed, and no count shows that it was reached; it still holds.
    LATE,
    /// Its day passed before it was reached, and another promise took its place.
    MISSED,
    /// Another promise took its place before its day.
    REPLANNED,
    /// Its day has passed, and it names no share: no count can show whether it was kept.
    PASSED
  }

  /// A count of the whole city and whose it is.
  ///
  /// @param source in the words of whoever published it; empty: the files of operators
  record Actual(Point point, String source, Optional<String> address) {
    /// The share that counts for a promise, in percent. What is on demand is counted where a source
    /// tells it; one that does not gives the least that it can be.
    double share_percent(Measured measured) {
      long counted =
          switch (measured) {
            case CONNECTABLE -> point.connectable();
            case CONNECTABLE_OR_ON_DEMAND -> point.connectable() + point.onDemand();
          };
      return point.of() == 0 ? 0 : 100.0 * counted / point.of();
    }
  }

  /// Judges a promise on a day, by the counts that are known up to it.
  static Promised of(Commitment promise, List<Actual> counts, LocalDate day) {
    var due = promise.due().map(Promised::lastDay);
    var known =
        counts.stream()
            .filter(one -> !one.point().day().isAfter(day))
            .sorted(Comparator.comparing((Actual one) -> one.point().day()))
            .toList();
    var actual =
        promise.goal().isEmpty() || known.isEmpty()
            ? Optional.<Actual>empty()
            : Optional.of(known.getLast());
    var keptOn =
        promise
            .goal()
            .flatMap(goal ->
                known.stream()
                    .filter(one ->
                        one.share_percent(goal.measured()) >= goal.share_percent().doubleValue())
                    .map(one -> one.point().day())
                    .findFirst());
    return new Promised(promise, state(promise, due, keptOn, day), due, actual, keptOn);
  }

  private static State state(
      Commitment promise, Optional<LocalDate> due, Optional<LocalDate> keptOn, LocalDate day) {
    if (keptOn.isPresent()) {
      return due.filter(keptOn.get()::isAfter).isPresent() ? State.KEPT_LATE : State.KEPT;
    }
    var replaced = promise.held().until().filter(until -> !until.isAfter(day));
    if (replaced.isPresent()) {
      return due.filter(replaced.get()::isAfter).isPresent() ? State.MISSED : State.REPLANNED;
    }
    if (due.isEmpty()) {
      return State.UNDATED;
    }
    if (!due.get().isBefore(day)) {
      return State.OPEN;
    }
    return promise.goal().isEmpty() ? State.PASSED : State.LATE;
  }

  /// The last day that a day can be which is known by its month or year alone.
  static LocalDate lastDay(Dated dated) {
    return switch (dated.precision()) {
      case DAY -> dated.first();
      case MONTH -> dated.first().with(TemporalAdjusters.lastDayOfMonth());
      case YEAR -> dated.first().with(TemporalAdjusters.lastDayOfYear());
    };
  }
}
