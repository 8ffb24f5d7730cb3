package org.foyal.learning.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.learning.activity.Disclosure;
import org.foyal.learning.figures.Published.Tally;
import org.foyal.learning.figures.Sums.Sum;
import org.foyal.learning.figures.Tab.Cell;

/// Whether a corrected version of a quarter may be published beside the one that stands: whoever
/// has both takes one from the other, and must find nobody. So each number that both show changes
/// by nothing, or by eleven at least; and of what is hidden, what both show leaves open how it
/// changed, unless it did not change at all.
///
/// Where a correction takes some people out and puts others in elsewhere, no small change may be
/// worked out at all. Tables that can't be published wait, with those that are made of the same
/// people: what was published of them stands.
final class Correction {
  private Correction() {}

  /// Whether somebody who has any of the earlier versions may see these numbers too.
  ///
  /// @param versions all that were published of the quarter
  /// @param tabs some tables
  /// @param after as they would be published
  /// @param sums their numbers, which are made of the same people
  static boolean may(
      List<Published> versions, Set<Tab> tabs, Map<Cell, Tally> after, List<Sum> sums) {
    return versions.stream()
        .allMatch(before -> !gone(before.of(tabs), after) && each(before, after, sums));
  }

  /// Whether somebody was told of whom no number is left.
  private static boolean gone(Map<Cell, Tally> before, Map<Cell, Tally> after) {
    return before.entrySet().stream()
        .filter(one -> !one.getKey().tab().days())
        .anyMatch(one -> one.getValue().counted() > 0 && !after.containsKey(one.getKey()));
  }

  private static boolean each(Published before, Map<Cell, Tally> after, List<Sum> sums) {
    var changes = sums.stream().map(sum -> change(before, sum)).toList();
    var known = new ArrayList<Sum>();
    var hidden = new ArrayList<Sum>();
    for (var change : changes) {
      (shown(before, after, change.cell()) ? known : hidden).add(change);
    }
    if (known.stream().anyMatch(sum -> Suppression.small(Math.abs(sum.people())))) {
      return false;
    }
    boolean oneWay =
        changes.stream().allMatch(change -> change.people() >= 0)
            || changes.stream().allMatch(change -> change.people() <= 0);
    return oneWay ? untold(known, hidden) : unfixed(known, hidden);
  }

  /// Whether what is shown leaves open how each hidden number changed, unless it did not at all.
  private static boolean untold(List<Sum> known, List<Sum> hidden) {
    var bounds = new Bounds(known.stream().map(sum -> sum.with(Math.abs(sum.people()))).toList());
    return hidden.stream()
        .map(sum -> bounds.of(sum.of()))
        .allMatch(range -> range.to() < 0.5 || range.width() >= Disclosure.LEAST - 0.5);
  }

  /// Whether no small change of a hidden number follows from what is shown.
  private static boolean unfixed(List<Sum> known, List<Sum> hidden) {
    var bounds = new Bounds(known.stream().map(sum -> sum.with(0)).toList());
    return hidden.stream()
        .filter(sum -> Suppression.small(Math.abs(sum.people())))
        .noneMatch(sum -> bounds.fixes(sum.of()));
  }

  private static Sum change(Published before, Sum sum) {
    var stood = before.numbers().get(sum.cell());
    return sum.with(sum.people() - (stood == null ? 0 : stood.counted()));
  }

  /// What an earlier version does not name was nought in it.
  private static boolean shown(Published before, Map<Cell, Tally> after, Cell cell) {
    var stood = before.numbers().get(cell);
    var stands = after.get(cell);
    return (stood == null || stood.shown()) && stands != null && stands.shown();
  }
}
