package org.foyal.learning.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.foyal.learning.figures.Sums.Sum;

/// What somebody can work out of a sum who knows other sums of the same counts: the least and the
/// greatest that it can be, when no count is below nought (a linear programme, solved by the
/// simplex of Dantzig with the rule of Bland, so that it ends).
final class Bounds {
  private static final double NEARLY = 1e-7;

  private final double[][] table;
  private final int[] basis;
  private final int counts;
  private final int known;

  /// What a sum can be; `to` is infinite where nothing holds it.
  record Range(double from, double to) {
    double width() {
      return to - from;
    }
  }

  /// The range of a sum.
  ///
  /// @param known the sums that are known, which do not contradict each other
  static Range of(List<Sum> known, Set<Integer> asked) {
    int counts =
        1
            + java.util.stream.Stream.concat(
                    known.stream().flatMap(sum -> sum.of().stream()), asked.stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
    double greatest = new Bounds(known, counts).greatest(asked, 1);
    double least = -new Bounds(known, counts).greatest(asked, -1);
    return new Range(Math.max(0, least), greatest);
  }

  private Bounds(List<Sum> sums, int counts) {
    this.counts = counts;
    known = sums.size();
    table = new double[known + 1][counts + known + 1];
    basis = new int[known];
    for (int row = 0; row < known; row++) {
      for (int count : sums.get(row).of()) {
        table[row][count] = 1;
      }
      table[row][counts + row] = 1;
      table[row][counts + known] = (double) sums.get(row).people();
      basis[row] = counts + row;
    }
  }

  /// The greatest that the sum can be, or the least where it counts against.
  private double greatest(Set<Integer> asked, int sign) {
    begin();
    climb();
    leaveAids();
    aim(asked, sign);
    return climb() ? -table[known][counts + known] : Double.POSITIVE_INFINITY;
  }

  /// First, any counts are sought that make the known sums: what is lacking is made as small as can
  /// be.
  private void begin() {
    for (int column = 0; column <= counts + known; column++) {
      if (column < counts || column == counts + known) {
        for (int row = 0; row < known; row++) {
          table[known][column] += table[row][column];
        }
      }
    }
  }

  /// A sum that follows from the others needs no count of its own; all others get one.
  private void leaveAids() {
    for (int row = 0; row < known; row++) {
      if (basis[row] >= counts) {
        for (int column = 0; column < counts; column++) {
          if (Math.abs(table[row][column]) > NEARLY) {
            pivot(row, column);
            break;
          }
        }
      }
    }
  }

  private void aim(Set<Integer> asked, int sign) {
    Arrays.fill(table[known], 0);
    for (int count : asked) {
      table[known][count] = sign;
    }
    for (int row = 0; row < known; row++) {
      if (basis[row] < counts && asked.contains(basis[row])) {
        for (int column = 0; column <= counts + known; column++) {
          table[known][column] -= sign * table[row][column];
        }
      }
    }
  }

  /// Climbs to the top; false where there is none.
  private boolean climb() {
    for (int column = rising(); column >= 0; column = rising()) {
      int row = holding(column);
      if (row < 0) {
        return false;
      }
      pivot(row, column);
    }
    return true;
  }

  /// The first count that lifts the sum when it grows.
  private int rising() {
    for (int column = 0; column < counts; column++) {
      if (table[known][column] > NEARLY) {
        return column;
      }
    }
    return -1;
  }

  /// The known sum that holds a count back first.
  private int holding(int column) {
    int held = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < known; row++) {
      if (table[row][column] > NEARLY) {
        double room = table[row][counts + known] / table[row][column];
        boolean tie = held >= 0 && Math.abs(room - least) <= NEARLY;
        if (tie ? basis[row] < basis[held] : room < least) {
          least = room;
          held = row;
        }
      }
    }
    return held;
  }

  private void pivot(int row, int column) {
    double by = table[row][column];
    for (int i = 0; i <= counts + known; i++) {
      table[row][i] /= by;
    }
    for (int other = 0; other <= known; other++) {
      double times = table[other][column];
      if (other != row && times != 0) {
        for (int i = 0; i <= counts + known; i++) {
          table[other][i] -= times * table[row][i];
        }
      }
    }
    basis[row] = column;
  }
}
