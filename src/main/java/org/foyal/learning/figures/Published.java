package org.foyal.learning.figures;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.kernel.Interval;
import org.foyal.kernel.Quarter;
import org.foyal.learning.activity.Disclosure;
import org.foyal.learning.figures.Tab.Cell;

/// What was published of people for one quarter.
///
/// @param version 1 for the first one, one more for each correction
/// @param on when it was published
/// @param numbers what was counted, with what is not shown
record Published(Quarter quarter, int version, LocalDate on, Map<Cell, Tally> numbers) {
  /// From so far on each side of a share, it is called fragile.
  private static final double FRAGILE = 0.10;

  /// A number as it was counted.
  ///
  /// @param shown whether anybody may see it
  record Tally(long counted, boolean shown) {}

  /// Keeps the numbers as they are.
  Published {
    numbers = Map.copyOf(numbers);
  }

  /// A number, if it may be shown.
  OptionalLong shown(Cell cell) {
    var number = numbers.get(cell);
    return number != null && number.shown()
        ? OptionalLong.of(number.counted())
        : OptionalLong.empty();
  }

  /// Whether something of this name was counted.
  boolean counts(Cell cell) {
    return numbers.containsKey(cell);
  }

  /// The parts of a table in the order of their codes; those that are hidden too.
  List<Cell> parts(Tab tab) {
    return numbers.keySet().stream()
        .filter(cell -> cell.tab() == tab && !cell.whole())
        .sorted(Comparator.comparing(Cell::part))
        .toList();
  }

  Set<Cell> hidden() {
    return cells(false);
  }

  Set<Cell> shown() {
    return cells(true);
  }

  private Set<Cell> cells(boolean shown) {
    return numbers.entrySet().stream()
        .filter(one -> one.getValue().shown() == shown)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// A share of people.
  ///
  /// @param count of `of`
  record Share(long count, long of) {
    Interval interval() {
      return Interval.wilson(count, of);
    }

    double value() {
      return (double) count / of;
    }

    /// Whether it can well be more than ten points off.
    boolean fragile() {
      return interval().to() - interval().from() > 2 * FRAGILE;
    }
  }

  /// The share of the first in both, where both may be shown and are enough people.
  Optional<Share> share(Cell some, Cell others) {
    var one = shown(some);
    var other = shown(others);
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : share(one.getAsLong(), one.getAsLong() + other.getAsLong());
  }

  /// The share of a part in its whole, where both may be shown and the whole is enough people.
  Optional<Share> part(Cell part, Cell whole) {
    var one = shown(part);
    var all = shown(whole);
    return one.isEmpty() || all.isEmpty()
        ? Optional.empty()
        : share(one.getAsLong(), all.getAsLong());
  }

  private static Optional<Share> share(long some, long all) {
    return all < Disclosure.LEAST ? Optional.empty() : Optional.of(new Share(some, all));
  }

  /// The numbers of some tables.
  Map<Cell, Tally> of(Set<Tab> tabs) {
    return only(numbers, tabs);
  }

  /// Of some numbers those of some tables.
  static Map<Cell, Tally> only(Map<Cell, Tally> numbers, Set<Tab> tabs) {
    return numbers.entrySet().stream()
        .filter(one -> tabs.contains(one.getKey().tab()))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The sums of the numbers of some quarters. What one of them hides has none, since the others
  /// are not the whole; what one does not name was nought there.
  static Map<Cell, Long> sum(List<Published> some) {
    var sums = new HashMap<Cell, Long>();
    for (var one : some) {
      one.numbers().forEach((cell, number) -> sums.merge(cell, number.counted(), Long::sum));
    }
    some.forEach(one -> sums.keySet().removeAll(one.hidden()));
    return Map.copyOf(sums);
  }
}
