package org.foyal.learning.figures;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyal.learning.figures.Sums.Sum;

/// What somebody can work out of a sum who knows other sums of the same counts: the least and the
/// greatest that it can be, when no count is below nought (a linear programme, solved by the
/// simplex of Dantzig, from some step on with the rule of Bland, so that it ends).
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
    return new Bounds(known).of(asked);
  }

  /// Finds any counts that make the known sums, from which the range of each other is sought.
  Bounds(List<Sum> sums) {
    var once = new LinkedHashMap<Set<Integer>, Sum>();
    sums.forEach(sum -> once.put(sum.of(), sum));
    counts = 1 + sums.stream().flatMapToInt(sum -> ints(sum.of())).max().orElse(-1);
    known = once.size();
    table = new double[known + 1][counts + 1];
    basis = new int[known];
    int row = 0;
    for (var sum : once.values()) {
      for (int count : sum.of()) {
        table[row][count] = 1;
      }
      table[row][counts] = (double) sum.people();
      basis[row] = counts + row;
      row++;
    }
    begin();
    climb();
    leaveAids();
  }

  private Bounds(Bounds other) {
    counts = other.counts;
    known = other.known;
    table = Arrays.stream(other.table).map(double[]::clone).toArray(double[][]::new);
    basis = other.basis.clone();
  }

  private static IntStream ints(Set<Integer> of) {
    return of.stream().mapToInt(Integer::intValue);
  }

  /// The range of a sum; of a count that no known sum is made of, nothing is known.
  Range of(Set<Integer> asked) {
    boolean held = ints(asked).allMatch(count -> count < counts);
    var within = ints(asked).filter(count -> count < counts).boxed().collect(Collectors.toSet());
    double least = -new Bounds(this).greatest(within, -1);
    double greatest = held ? new Bounds(this).greatest(within, 1) : Double.POSITIVE_INFINITY;
    return new Range(Math.max(0, least), greatest);
  }

  /// Whether the known sums fix a sum also where counts may be below nought: whether it is made of
  /// them.
  boolean fixes(Set<Integer> asked) {
    if (ints(asked).anyMatch(count -> count >= counts)) {
      return false;
    }
    var aimed = new Bounds(this);
    aimed.aim(asked, 1);
    return Arrays.stream(aimed.table[known], 0, counts).allMatch(left -> Math.abs(left) <= NEARLY);
  }

  /// The greatest that the sum can be, or the least where it counts against.
  private double greatest(Set<Integer> asked, int sign) {
    aim(asked, sign);
    return climb() ? -table[known][counts] : Double.POSITIVE_INFINITY;
  }

  /// First, any counts are sought that make the known sums: what is lacking is made as small as can
  /// be. What is lacking of a known sum never comes back, so that it needs no column.
  private void begin() {
    for (int column = 0; column <= counts; column++) {
      for (int row = 0; row < known; row++) {
        table[known][column] += table[row][column];
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
        for (int column = 0; column <= counts; column++) {
          table[known][column] -= sign * table[row][column];
        }
      }
    }
  }

  /// Climbs to the top; false where there is none.
  private boolean climb() {
    int steps = 0;
    int steep = 10 * (known + counts);
    for (int column = rising(true); column >= 0; column = rising(steps < steep)) {
      int row = holding(column);
      if (row < 0) {
        return false;
      }
      pivot(row, column);
      steps++;
    }
    return true;
  }

  /// A count that lifts the sum when it grows: the one that lifts it most, or the first one.
  private int rising(boolean most) {
    int found = -1;
    for (int column = 0; column < counts; column++) {
      double lifts = table[known][column];
      if (lifts > NEARLY && (found < 0 || lifts > table[known][found])) {
        found = column;
        if (!most) {
          return found;
        }
      }
    }
    return found;
  }

  /// The known sum that holds a count back first.
  private int holding(int column) {
    int held = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < known; row++) {
      if (table[row][column] > NEARLY) {
        double room = table[row][counts] / table[row][column];
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
    for (int i = 0; i <= counts; i++) {
      table[row][i] /= by;
    }
    for (int other = 0; other <= known; other++) {
      double times = table[other][column];
      if (other != row && times != 0) {
        for (int i = 0; i <= counts; i++) {
          table[other][i] -= times * table[row][i];
        }
      }
    }
    basis[row] = column;
  }
}
