package org.foyal.cases.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.foyal.cases.figures.Waiting.Step;
import org.foyal.cases.figures.Waiting.Wait;
import org.junit.jupiter.api.Test;

/// The figures of waiting against a published trial (Freireich and others 1963, Blood 21, 699:
/// weeks of remission, as every textbook of survival analysis reckons them).
class WaitingTest {
  private static final Waiting TREATED =
      waiting(
          List.of(6, 6, 6, 7, 10, 13, 16, 22, 23),
          List.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));
  private static final Waiting PLACEBO =
      waiting(
          List.of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23),
          List.of());

  private static Waiting waiting(List<Integer> answered, List<Integer> waiting) {
    return new Waiting(
        Stream.concat(
                answered.stream().map(days -> new Step(days, 1, 0)),
                waiting.stream().map(days -> new Step(days, 0, 1)))
            .toList());
  }

  @Test
  void thoseWhoStillWaitCount() {
    assertThat(TREATED.asked()).isEqualTo(21);
    assertThat(TREATED.median()).contains(new Wait(23, 16, OptionalInt.empty()));
  }

  @Test
  void whereEverybodyIsAnsweredTheMedianIsTheOrdinaryOne() {
    assertThat(PLACEBO.median()).contains(new Wait(8, 4, OptionalInt.of(12)));
    assertThat(PLACEBO.ninth().orElseThrow().days()).isEqualTo(17);
  }

  @Test
  void whatIsNotReachedIsNotSaid() {
    assertThat(TREATED.ninth()).isEmpty();
    assertThat(new Waiting(List.of()).median()).isEmpty();
    assertThat(waiting(List.of(), List.of(3, 4)).median()).isEmpty();
    assertThat(waiting(List.of(0), List.of()).median()).contains(new Wait(0, 0, OptionalInt.of(0)));
  }

  @Test
  void theLogRankTestGivesThePublishedFigure() {
    double z = Fairness.z(Map.of("", TREATED), Map.of("", PLACEBO));
    assertThat(z * z).isCloseTo(16.79, within(0.01));
    assertThat(z).as("the treated wait longer for the end of remission").isNegative();
    assertThat(Fairness.of(Map.of("", PLACEBO), Map.of("", TREATED))).isEqualTo(Fairness.TOO_FEW);
  }

  @Test
  void harderTopicsAreNotTakenForASlowCounter() {
    var quick = waiting(Collections.nCopies(40, 2), List.of());
    var slow = waiting(Collections.nCopies(40, 30), List.of());
    var few = waiting(Collections.nCopies(12, 2), List.of());
    var fewSlow = waiting(Collections.nCopies(12, 30), List.of());
    assertThat(
            Fairness.of(Map.of("lamp", few, "road", slow), Map.of("lamp", quick, "road", fewSlow)))
        .isEqualTo(Fairness.AS_LONG);
    assertThat(Fairness.of(Map.of("lamp", slow), Map.of("road", quick)))
        .as("they have nothing in common")
        .isEqualTo(Fairness.TOO_FEW);
    assertThat(Fairness.of(Map.of("lamp", slow), Map.of("lamp", quick))).isEqualTo(Fairness.LONGER);
    assertThat(Fairness.of(Map.of("lamp", quick), Map.of("lamp", slow))).isEqualTo(Fairness.SOONER);
  }
}
