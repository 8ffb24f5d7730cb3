package org.foyal.learning.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.foyal.learning.figures.Sums.Sum;
import org.junit.jupiter.api.Test;

/// What can be worked out of sums.
class BoundsTest {
  private static Sum sum(long people, Integer... of) {
    return new Sum(Tab.FROM.part(List.of(of).toString()), Set.of(of), people, 0);
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
}
