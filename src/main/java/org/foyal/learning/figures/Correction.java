package org.foyal.learning.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyal.learning.activity.Disclosure;
import org.foyal.learning.figures.Published.Tally;
import org.foyal.learning.figures.Sums.Sum;
import org.foyal.learning.figures.Tab.Cell;

/// Whether a corrected version of a quarter may be published beside the one that stands: whoever
/// has both takes one from the other, and must find nobody. So each number that both show changes
/// by nothing, or by eleven at least; and of what is hidden, what both show leaves open how it
/// changed, unless it did not change at all.
///
/// Corrections that take some people out and put others in elsewhere wait: what was published
/// stands.
final class Correction {
  private Correction() {}

  /// Whether somebody may see both.
  ///
  /// @param sums all numbers of the later version, those together that are made of the same people
  static boolean may(Published before, Map<Cell, Tally> after, List<List<Sum>> sums) {
    boolean gone =
        before.numbers().entrySet().stream()
            .anyMatch(one ->
                one.getKey().tab() != Tab.WAIT
                    && one.getValue().counted() > 0
                    && !after.containsKey(one.getKey()));
    return !gone && sums.stream().allMatch(some -> each(before, after, some));
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
        && hidden.stream().allMatch(sum -> untold(known, sum));
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

  private static boolean untold(List<Sum> known, Sum hidden) {
    var range = Bounds.of(known, hidden.of());
    return range.to() < 0.5 || range.width() >= Disclosure.LEAST - 0.5;
  }
}
