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
///
/// A nought is shown, so whoever reads knows of a hidden number that it is one at least: eleven
/// hidden ones that are eleven together are one each. So what is left open is judged as if each
/// smallest number that is no nought were known to be one at least. That is never less than a
/// reader knows, also where a nought is hidden with others.
final class Suppression {
  private static final double NEARLY = 1e-6;

  /// The whole of three tables, of the same people.
  private static final Set<Cell> HELPED =
      Set.of(Tab.GENDER.all(), Tab.AGE.all(), Tab.STATUS.all());

  private Suppression() {}

  /// The cells of several lists that may be shown. A whole that one table must hide is hidden in
  /// the others that have the same one.
  ///
  /// @param lists the numbers, those together that are made of the same people
  static Set<Cell> shownOf(List<List<Sum>> lists, Set<Cell> hiddenBefore) {
    var shown = shownAlone(lists, hiddenBefore);
    if (shown.containsAll(HELPED)) {
      return shown;
    }
    var hidden = new HashSet<>(hiddenBefore);
    hidden.addAll(HELPED);
    return shownAlone(lists, hidden);
  }

  private static Set<Cell> shownAlone(List<List<Sum>> lists, Set<Cell> hiddenBefore) {
    return lists.stream()
        .flatMap(some -> shown(some, hiddenBefore).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

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
        .filter(sum -> !open(range(known, sum)))
        .findFirst();
  }

  private static List<Sum> known(List<Sum> sums, Set<Cell> hidden) {
    return sums.stream().filter(sum -> !hidden.contains(sum.cell())).toList();
  }

  /// What is open of a sum beyond what each count is at least.
  private static Range range(List<Sum> known, Sum sum) {
    return Bounds.of(known.stream().map(Sum::beyond).toList(), sum.of());
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
    double now = range(known(sums, hidden), given).width();
    Optional<Sum> opensMore = Optional.empty();
    for (var candidate : candidates) {
      var with = new HashSet<>(hidden);
      with.add(candidate.cell());
      var range = range(known(sums, with), given);
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
