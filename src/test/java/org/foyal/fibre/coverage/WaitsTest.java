package org.foyal.fibre.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyal.fibre.coverage.Waits.Waited;
import org.junit.jupiter.api.Test;

/// After how long half of the homes had fibre; those that still wait are no reason to look fast.
class WaitsTest {
  @Test
  void halfOfThemIsReachedOnTheDayOnWhichHalfAreConnected() {
    assertThat(Waits.median(List.of(new Waited(100, true, 5), new Waited(300, true, 5))))
        .contains(100);
    assertThat(Waits.median(List.of(new Waited(100, true, 4), new Waited(300, true, 6))))
        .contains(300);
  }

  @Test
  void thoseThatStillWaitAreCounted() {
    var fast = new Waited(100, true, 4);
    assertThat(Waits.median(List.of(fast))).contains(100);
    assertThat(Waits.median(List.of(fast, new Waited(900, false, 6)))).isEmpty();
  }

  @Test
  void thoseWhoBeganLaterSayNothingOfLongerWaits() {
    // of ten, two gone from sight after 50 days; of the eight left, four are connected at 100
    assertThat(
            Waits.median(
                List.of(
                    new Waited(50, false, 2), new Waited(100, true, 4), new Waited(200, false, 4))))
        .contains(100);
  }

  @Test
  void ofNobodyThereIsNone() {
    assertThat(Waits.median(List.of())).isEmpty();
  }
}
