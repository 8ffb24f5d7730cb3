package org.foyal.learning.figures;

import static java.util.Comparator.comparing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.learning.activity.Disclosure;
import org.foyal.learning.figures.Bounds.Range;
import org.foyal.learning.figures.Sums.Sum;
import org.foyal.learning.figures.Tab.Cell;

/// Which numbers of people may be shown, so that nobody can work out a number of one to ten: not by
/// reading it, and not by taking shown numbers from each other, over all tables at once. Of each
/// number that is hidden, what is shown leaves at least eleven possible values open.
final class Suppression {
  private static final double NEARLY = 1e-6;

  private Suppression() {}

  /// The cells that may be shown.
  ///
  /// @param sums all numbers that are made of the same people
  /// @param hiddenBefore what an earlier version did not show, and no later one does
  static Set<Cell> shown(List<Sum> sums, Set<Cell> hiddenBefore) {
    var hidden =
        sums.stream()
            .filter(sum -> small(sum.people()) || hiddenBefore.contains(sum.cell()))
            .map(Sum::cell)
            .collect(Collectors.toCollection(HashSet::new));
    for (var given = givenAway(sums, hidden); given.isPresent(); given = givenAway(sums, hidden)) {
      hidden.add(cover(sums, hidden, given.get()));
    }
    return sums.stream()
        .map(Sum::cell)
        .filter(cell -> !hidden.contains(cell))
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean small(long people) {
    return people > 0 && people < Disclosure.LEAST;
  }

  /// A hidden number of which too little is left open. What is hidden only since it was before, and
  /// is nought, gives nobody away.
  private static Optional<Sum> givenAway(List<Sum> sums, Set<Cell> hidden) {
    var known = known(sums, hidden);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return sums.stream()
        .filter(sum -> hidden.contains(sum.cell()) && sum.people() > 0)
        .filter(sum -> !open(Bounds.of(known, sum.of())))
        .findFirst();
  }

  private static List<Sum> known(List<Sum> sums, Set<Cell> hidden) {
    return sums.stream().filter(sum -> !hidden.contains(sum.cell())).toList();
  }

  static boolean open(Range range) {
    return range.width() >= Disclosure.LEAST - NEARLY;
  }

  /// The next number to hide: the smallest one that opens enough, parts before wholes and nobody
  /// after somebody; where none does alone, the smallest one that opens more.
  private static Cell cover(List<Sum> sums, Set<Cell> hidden, Sum given) {
    var candidates =
        known(sums, hidden).stream()
            .sorted(
                comparing((Sum sum) -> sum.cell().whole())
                    .thenComparing(sum -> sum.people() == 0)
                    .thenComparingInt(sum -> sum.cell().tab() == given.cell().tab() ? 0 : 1)
                    .thenComparingLong(Sum::people))
            .toList();
    double now = Bounds.of(known(sums, hidden), given.of()).width();
    Optional<Sum> opensMore = Optional.empty();
    for (var candidate : candidates) {
      var with = new HashSet<>(hidden);
      with.add(candidate.cell());
      var range = Bounds.of(known(sums, with), given.of());
      if (open(range)) {
        return candidate.cell();
      }
      if (opensMore.isEmpty() && range.width() > now + NEARLY) {
        opensMore = Optional.of(candidate);
      }
    }
    return opensMore.orElse(candidates.getFirst()).cell();
  }
}
