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
/// A table in which a correction takes some people out and puts others in elsewhere waits: what was
/// published of it stands.
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
    boolean more = changes.stream().allMatch(change -> change.people() >= 0);
    boolean fewer = changes.stream().allMatch(change -> change.people() <= 0);
    if (!more && !fewer) {
      return false;
    }
    var known = new ArrayList<Sum>();
    var hidden = new ArrayList<Sum>();
    for (var change : changes) {
      var size = change.with(Math.abs(change.people()));
      (shown(before, after, change.cell()) ? known : hidden).add(size);
    }
    return known.stream().noneMatch(sum -> Suppression.small(sum.people()))
        && untold(new Bounds(known), hidden);
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

  private static boolean untold(Bounds known, List<Sum> hidden) {
    return hidden.stream()
        .map(sum -> known.of(sum.of()))
        .allMatch(range -> range.to() < 0.5 || range.width() >= Disclosure.LEAST - 0.5);
  }
}
