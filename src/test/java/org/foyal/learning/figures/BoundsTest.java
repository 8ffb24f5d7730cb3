package org.foyal.learning.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.foyal.learning.figures.Sums.Sum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be worked out of sums.
class BoundsTest {
  private static Sum sum(long people, Integer... of) {
    return new Sum(Tab.FROM.part(List.of(of).toString()), Set.of(of), people, Set.of());
  }

  private static void range(List<Sum> known, Set<Integer> asked, double from, double to) {
    var found = Bounds.of(known, asked);
    assertThat(found.from()).isCloseTo(from, within(1e-6));
    assertThat(found.to()).isCloseTo(to, within(1e-6));
  }

  @Test
  void nothingHoldsWhatNobodyKnows() {
    assertThat(Bounds.of(List.of(), Set.of(0)).to()).isInfinite();
    assertThat(Bounds.of(List.of(sum(5, 0)), Set.of(1)).to()).isInfinite();
    assertThat(Bounds.of(List.of(sum(5, 0)), Set.of(0, 1)).from()).isCloseTo(5, within(1e-6));
  }

  @Test
  void aTriangleOfSumsGivesAllAwayThoughEachHasTwo() {
    range(List.of(sum(10, 0, 1), sum(12, 1, 2), sum(14, 0, 2)), Set.of(0), 6, 6);
  }

  @Test
  void aTableWithItsMarginsLeavesWhatTheMarginsLeave() {
    // rows 5 and 20, columns 15 and 10: the first cell can be 0 to 5, the last 5 to 10
    var known = List.of(sum(5, 0, 1), sum(20, 2, 3), sum(15, 0, 2), sum(10, 1, 3));
    range(known, Set.of(0), 0, 5);
    range(known, Set.of(3), 5, 10);
  }

  @Test
  void sumsThatSayTheSameTwiceDisturbNothing() {
    range(List.of(sum(16, 0, 1), sum(16, 0, 1), sum(46, 0, 1, 2), sum(30, 2)), Set.of(1), 0, 16);
  }

  @Test
  void aSumIsFixedWhereItIsMadeOfOthersAlsoBelowNought() {
    var known = List.of(sum(0, 0, 1), sum(0, 1, 2), sum(0, 0, 2), sum(0, 3, 4));
    assertThat(new Bounds(known).fixes(Set.of(0))).isTrue();
    assertThat(new Bounds(known).fixes(Set.of(3, 4))).isTrue();
    assertThat(new Bounds(known).fixes(Set.of(3))).isFalse();
    assertThat(new Bounds(known).fixes(Set.of(0, 9))).isFalse();
  }

  /// Of a table of two rows and three columns with its margins, all numbers that it can have are
  /// tried, one by one.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void noRangeIsOtherThanWhatTryingAllTablesGives(int seed) {
    var lot = new Random(seed);
    int[] held = lot.ints(6, 0, 9).toArray();
    var known =
        List.of(
            sum(held[0] + held[1] + held[2], 0, 1, 2),
            sum(held[3] + held[4] + held[5], 3, 4, 5),
            sum(held[0] + held[3], 0, 3),
            sum(held[1] + held[4], 1, 4),
            sum(held[2] + held[5], 2, 5));
    var first = new TreeSet<Integer>();
    var both = new TreeSet<Integer>();
    for (int a = 0; a <= known.get(2).people(); a++) {
      for (int b = 0; b <= known.get(3).people(); b++) {
        long c = known.getFirst().people() - a - b;
        if (c >= 0 && c <= known.get(4).people()) {
          first.add(a);
          both.add(a + (int) known.get(3).people() - b);
        }
      }
    }
    range(known, Set.of(0), first.first(), first.last());
    range(known, Set.of(0, 4), both.first(), both.last());
  }
}
