package org.foyal.opendata.gate;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.foyal.kernel.PeopleTable;

/// What somebody can work out who knows every published number of a table, how it was made, and
/// that a hidden number is at least one.
///
/// A table with its margins is a circulation: each number is an edge between its row and its
/// column, and what flows into a node flows out again. How far a hidden number can move is then the
/// greatest flow that the other hidden ones let around it – exactly what the linear programme of
/// the same table gives, found without one.
final class Attack {
  /// The width below which a hidden number is as good as told.
  static final long ENOUGH = 11;

  private final int rows;
  private final int columns;
  private final long[] value;
  private final boolean[] hidden;
  private final int nodes;

  /// A table with its margins, the grand total last; of a single row, or a single column, the other
  /// margin says the same once more and is left out.
  Attack(PeopleTable table) {
    rows = table.rows().size();
    columns = table.columns().size();
    nodes = rows + columns + 2;
    value = new long[(rows + 1) * (columns + 1)];
    hidden = new boolean[value.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long count = table.at(row, column);
        value[edge(row, column)] += count;
        value[edge(row, columns)] += count;
        value[edge(rows, column)] += count;
        value[edge(rows, columns)] += count;
      }
    }
  }

  int edge(int row, int column) {
    return row * (columns + 1) + column;
  }

  int edges() {
    return value.length;
  }

  long value(int edge) {
    return value[edge];
  }

  boolean isHidden(int edge) {
    return hidden[edge];
  }

  void hide(int edge) {
    hidden[edge] = true;
  }

  /// Whether an edge stands in the table: with a single row its column totals say the same again.
  boolean stands(int edge) {
    int row = edge / (columns + 1);
    int column = edge % (columns + 1);
    return (rows > 1 || row < rows) && (columns > 1 || column < columns);
  }

  /// Where an edge comes from.
  int tail(int edge) {
    int row = edge / (columns + 1);
    int column = edge % (columns + 1);
    if (row == rows) {
      return column == columns ? rowNode(rows) : columnNode(column);
    }
    return column == columns ? columnNode(columns) : rowNode(row);
  }

  /// Where an edge leads.
  int head(int edge) {
    int row = edge / (columns + 1);
    int column = edge % (columns + 1);
    if (row == rows) {
      return column == columns ? columnNode(columns) : rowNode(rows);
    }
    return column == columns ? rowNode(row) : columnNode(column);
  }

  /// With a single column its rows hang on nothing but their sum.
  private int rowNode(int row) {
    return columns == 1 ? 0 : row;
  }

  /// With a single row its columns hang on nothing but their sum.
  private int columnNode(int column) {
    return rows + 1 + (rows == 1 ? 0 : column);
  }

  int nodes() {
    return nodes;
  }

  /// How far a hidden number may lie from its least to its greatest, or [#ENOUGH] where that is no
  /// less.
  long width(int edge) {
    long up = flow(head(edge), tail(edge), edge, ENOUGH);
    long most = Math.min(ENOUGH - up, value[edge] - 1);
    return up + (most <= 0 ? 0 : flow(tail(edge), head(edge), edge, most));
  }

  /// The greatest flow from a node to another along the hidden numbers but one, up to a limit: each
  /// of them can grow without end, and shrink to one.
  private long flow(int from, int to, int without, long limit) {
    if (from == to) {
      return limit;
    }
    var moved = new long[value.length];
    long sum = 0;
    while (sum < limit) {
      long more = augment(from, to, without, limit - sum, moved);
      if (more == 0) {
        break;
      }
      sum += more;
    }
    return sum;
  }

  private long augment(int from, int to, int without, long limit, long[] moved) {
    var by = new int[nodes];
    Arrays.fill(by, Integer.MIN_VALUE);
    var queue = new ArrayDeque<Integer>();
    queue.add(from);
    by[from] = Integer.MAX_VALUE;
    while (!queue.isEmpty() && by[to] == Integer.MIN_VALUE) {
      int node = queue.remove();
      for (int edge : around(node)) {
        if (!hidden[edge] || edge == without) {
          continue;
        }
        if (tail(edge) == node && by[head(edge)] == Integer.MIN_VALUE) {
          by[head(edge)] = edge;
          queue.add(head(edge));
        } else if (head(edge) == node
            && by[tail(edge)] == Integer.MIN_VALUE
            && value[edge] + moved[edge] > 1) {
          by[tail(edge)] = -1 - edge;
          queue.add(tail(edge));
        }
      }
    }
    if (by[to] == Integer.MIN_VALUE) {
      return 0;
    }
    return push(from, to, by, limit, moved);
  }

  private long push(int from, int to, int[] by, long limit, long[] moved) {
    long most = limit;
    for (int node = to; node != from; ) {
      int edge = by[node] >= 0 ? by[node] : -1 - by[node];
      if (by[node] < 0) {
        most = Math.min(most, value[edge] + moved[edge] - 1);
      }
      node = by[node] >= 0 ? tail(edge) : head(edge);
    }
    for (int node = to; node != from; ) {
      int edge = by[node] >= 0 ? by[node] : -1 - by[node];
      moved[edge] += by[node] >= 0 ? most : -most;
      node = by[node] >= 0 ? tail(edge) : head(edge);
    }
    return most;
  }

  private int[][] near = {};

  /// The edges of a node.
  int[] around(int node) {
    if (near.length == 0) {
      var lists = new java.util.ArrayList<java.util.List<Integer>>();
      for (int i = 0; i < nodes; i++) {
        lists.add(new java.util.ArrayList<>());
      }
      for (int edge = 0; edge < value.length; edge++) {
        if (stands(edge)) {
          lists.get(tail(edge)).add(edge);
          lists.get(head(edge)).add(edge);
        }
      }
      near =
          lists.stream()
              .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
              .toArray(int[][]::new);
    }
    return near[node];
  }
}
