package org.foyal.opendata.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.foyal.kernel.PeopleTable;
import org.foyal.kernel.ShownTable;

/// Hides numbers of 1 to 10, and then as few people more as it finds, until [Attack] bounds no
/// hidden number within less than eleven. Noughts are shown. Which of the hidden numbers was the
/// small one is not told.
final class Suppression {
  private final PeopleTable table;
  private final Attack attack;

  private Suppression(PeopleTable table) {
    this.table = table;
    attack = new Attack(table);
  }

  /// A table as it may be shown, with its margins as last row and column; what is hidden is empty.
  record Shown(List<List<OptionalLong>> cells) {}

  /// Hides what must be; nothing where no way to hide it is found.
  static Optional<Shown> of(PeopleTable table) {
    return of(table, List.of());
  }

  /// The same, where earlier versions of the table were shown: what one of them hid is hidden
  /// again.
  static Optional<Shown> of(PeopleTable table, List<ShownTable> versions) {
    var suppression = new Suppression(table);
    versions.forEach(suppression::hideAgain);
    return suppression.hide()
        ? Optional.of(suppression.shown(table.rows().size(), table.columns().size()))
        : Optional.empty();
  }

  private void hideAgain(ShownTable before) {
    for (int row = 0; row <= table.rows().size(); row++) {
      boolean margin = row == table.rows().size();
      int was = margin ? before.rows().size() : before.rows().indexOf(table.rows().get(row).name());
      for (int column = 0; was >= 0 && column <= table.columns().size(); column++) {
        boolean last = column == table.columns().size();
        int stood =
            last ? before.columns().size() : before.columns().indexOf(table.columns().get(column));
        int edge = attack.edge(row, column);
        boolean told = stood < 0 || before.cells().get(was).get(stood).isPresent();
        if (!told && attack.stands(edge) && before.stands(was, stood)) {
          attack.hide(edge);
        }
      }
    }
  }

  private boolean hide() {
    for (int edge = 0; edge < attack.edges(); edge++) {
      if (attack.stands(edge) && attack.value(edge) > 0 && attack.value(edge) < Attack.ENOUGH) {
        attack.hide(edge);
      }
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int edge = 0; edge < attack.edges(); edge++) {
        if (attack.isHidden(edge) && attack.value(edge) > 0) {
          long lacking = Attack.ENOUGH - attack.width(edge);
          if (lacking > 0) {
            if (!open(edge)) {
              return false;
            }
            changed = true;
          }
        }
      }
    }
    return true;
  }

  /// Hides the lightest ring of numbers around which eleven can move through this one; the number
  /// itself grows, or where it is large enough shrinks.
  private boolean open(int edge) {
    var ring = lightest(attack.head(edge), attack.tail(edge), edge);
    if (ring.isEmpty() && attack.value(edge) > Attack.ENOUGH) {
      ring = lightest(attack.tail(edge), attack.head(edge), edge);
    }
    ring.forEach(attack::hide);
    return !ring.isEmpty();
  }

  private record Step(int node, long cost) {}

  private List<Integer> lightest(int from, int to, int without) {
    var cost = new long[attack.nodes()];
    var by = new int[attack.nodes()];
    Arrays.fill(cost, Long.MAX_VALUE);
    cost[from] = 0;
    var queue = new PriorityQueue<Step>((a, b) -> Long.compare(a.cost(), b.cost()));
    queue.add(new Step(from, 0));
    for (var step = queue.poll(); step != null; step = queue.poll()) {
      if (step.cost() > cost[step.node()]) {
        continue;
      }
      for (int edge : attack.around(step.node())) {
        boolean forward = attack.tail(edge) == step.node();
        if (edge == without
            || attack.value(edge) == 0
            || (!forward && attack.value(edge) <= Attack.ENOUGH)) {
          continue;
        }
        int next = forward ? attack.head(edge) : attack.tail(edge);
        long there = step.cost() + (attack.isHidden(edge) ? 0 : attack.value(edge));
        if (there < cost[next]) {
          cost[next] = there;
          by[next] = edge;
          queue.add(new Step(next, there));
        }
      }
    }
    return cost[to] == Long.MAX_VALUE ? List.of() : ring(from, to, by);
  }

  private List<Integer> ring(int from, int to, int[] by) {
    var ring = new ArrayList<Integer>();
    for (int node = to; node != from; ) {
      int edge = by[node];
      ring.add(edge);
      node = attack.head(edge) == node ? attack.tail(edge) : attack.head(edge);
    }
    return ring;
  }

  private Shown shown(int rows, int columns) {
    var cells = new ArrayList<List<OptionalLong>>();
    for (int row = 0; row <= rows; row++) {
      var line = new ArrayList<OptionalLong>();
      for (int column = 0; column <= columns; column++) {
        int edge = attack.edge(row, column);
        boolean told = attack.stands(edge) && !attack.isHidden(edge);
        line.add(told ? OptionalLong.of(attack.value(edge)) : OptionalLong.empty());
      }
      cells.add(List.copyOf(line));
    }
    return new Shown(List.copyOf(cells));
  }
}
