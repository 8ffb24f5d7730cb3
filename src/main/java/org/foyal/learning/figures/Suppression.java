package org.foyal.learning.figures;

import java.util.Comparator;
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

  private static final Comparator<Sum> NAMES =
      Comparator.comparing((Sum sum) -> sum.cell().tab()).thenComparing(sum -> sum.cell().part());

  /// Wholes that several lists have, since they are of the same people.
  private static final List<Set<Cell>> SAME =
      List.of(
          Set.of(Tab.GENDER.all(), Tab.AGE.all(), Tab.STATUS.all()),
          Set.of(Tab.AWAY.all(), Tab.LEFT.part(Tab.TOLD)));

  private Suppression() {}

  /// The cells of several lists that may be shown. A whole that one list must hide is hidden in the
  /// others that have the same one; and where it can't be told how many said why they stayed away,
  /// no reason is.
  ///
  /// @param lists the numbers, those together that are made of the same people
  static Set<Cell> shownOf(List<List<Sum>> lists, Set<Cell> hiddenBefore) {
    var hidden = new HashSet<>(hiddenBefore);
    var shown = shownAlone(lists, hidden);
    while (hidden.addAll(hiddenElsewhere(lists, shown))) {
      shown = shownAlone(lists, hidden);
    }
    return shown;
  }

  private static Set<Cell> hiddenElsewhere(List<List<Sum>> lists, Set<Cell> shown) {
    var cells = lists.stream().flatMap(List::stream).map(Sum::cell).toList();
    var hidden = new HashSet<Cell>();
    for (var same : SAME) {
      if (cells.stream().anyMatch(cell -> same.contains(cell) && !shown.contains(cell))) {
        hidden.addAll(same);
      }
    }
    if (hidden.contains(Tab.AWAY.all())) {
      cells.stream().filter(cell -> cell.tab() == Tab.AWAY).forEach(hidden::add);
    }
    return hidden;
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
    // what was once open stays open: hiding more never makes it narrower
    var open = new HashSet<Cell>();
    var given = givenAway(sums, hidden, open);
    while (given.isPresent()) {
      hidden.addAll(cover(sums, hidden, given.get()));
      given = givenAway(sums, hidden, open);
    }
    showAgain(sums, hidden, hiddenBefore);
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
  private static Optional<Sum> givenAway(List<Sum> sums, Set<Cell> hidden, Set<Cell> open) {
    var known = known(sums, hidden);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var bounds = bounds(known);
    for (var sum : sums) {
      if (hidden.contains(sum.cell()) && sum.people() > 0 && !open.contains(sum.cell())) {
        if (!open(bounds.of(sum.of()))) {
          return Optional.of(sum);
        }
        open.add(sum.cell());
      }
    }
    return Optional.empty();
  }

  /// Shows what was hidden for another number's sake and need not be, since more was hidden later.
  private static void showAgain(List<Sum> sums, Set<Cell> hidden, Set<Cell> hiddenBefore) {
    sums.stream()
        .filter(sum -> hidden.contains(sum.cell()) && !hiddenBefore.contains(sum.cell()))
        .filter(sum -> !small(sum.people()))
        .sorted(first(Tab.CAME_IN).reversed())
        .forEach(sum -> {
          hidden.remove(sum.cell());
          if (givenAway(sums, hidden, new HashSet<>()).isPresent()) {
            hidden.add(sum.cell());
          }
        });
  }

  /// What is hidden first: what is on no page before what is, parts before wholes, nobody after
  /// somebody, what is in a table before others, and small numbers before great ones; of two alike,
  /// always the same one.
  private static Comparator<Sum> first(Tab table) {
    return Comparator.comparing((Sum sum) -> !sum.cell().unseen())
        .thenComparing(sum -> sum.cell().whole())
        .thenComparing(sum -> sum.people() == 0)
        .thenComparing(sum -> sum.cell().tab() != table)
        .thenComparingLong(Sum::people)
        .thenComparing(NAMES.reversed());
  }

  private static List<Sum> known(List<Sum> sums, Set<Cell> hidden) {
    return sums.stream().filter(sum -> !hidden.contains(sum.cell())).toList();
  }

  /// What is open beyond what each count is at least.
  private static Bounds bounds(List<Sum> known) {
    return new Bounds(known.stream().map(Sum::beyond).toList());
  }

  static boolean open(Range range) {
    return range.width() >= Disclosure.LEAST - NEARLY;
  }

  /// The next numbers to hide: the first one that opens enough, with all that are of the very same
  /// people; where none does alone, the first one that opens more.
  private static Set<Cell> cover(List<Sum> sums, Set<Cell> hidden, Sum given) {
    var candidates = known(sums, hidden).stream().sorted(first(given.cell().tab())).toList();
    double now = bounds(known(sums, hidden)).of(given.of()).width();
    Optional<Set<Cell>> opensMore = Optional.empty();
    for (var candidate : candidates) {
      var same = same(candidates, candidate);
      var with = new HashSet<>(hidden);
      with.addAll(same);
      var range = bounds(known(sums, with)).of(given.of());
      if (open(range)) {
        return same;
      }
      if (opensMore.isEmpty() && range.width() > now + NEARLY) {
        opensMore = Optional.of(same);
      }
    }
    return opensMore.orElseGet(() -> same(candidates, candidates.getFirst()));
  }

  /// Where everybody came who asked, who came and who asked are one number.
  private static Set<Cell> same(List<Sum> known, Sum one) {
    return known.stream()
        .filter(sum -> sum.equals(one) || (one.people() > 0 && sum.some().equals(one.some())))
        .map(Sum::cell)
        .collect(Collectors.toUnmodifiableSet());
  }
}
