package org.foyal.fibre.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyal.fibre.coverage.Forecasting.Guess;
import org.junit.jupiter.api.Test;

/// A forecast is made where enough is known, and nowhere else.
class ForecastingTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final int WHOLE = 50_000;

  /// Points of an S that is half way up after three years, one a quarter.
  private static List<Point> curve(int points) {
    var curve = new ArrayList<Point>();
    for (int i = 0; i < points; i++) {
      curve.add(new Point(FIRST.plusDays(91L * i), (long) (WHOLE * truth(i)), 0, WHOLE));
    }
    return curve;
  }

  private static double truth(int quarter) {
    return 1 / (1 + Math.exp(-(quarter - 12) / 4.0));
  }

  private static LocalDate soonAfter(List<Point> curve) {
    return curve.getLast().day().plusDays(20);
  }

  @Test
  void thePublishedSeriesOfThreeQuartersAndOneOfAnotherWholeGivesNone() {
    var three =
        List.of(
            new Point(LocalDate.of(2017, 9, 30), 10_501, 0, 49_857),
            new Point(LocalDate.of(2017, 12, 31), 13_386, 0, 49_857),
            new Point(LocalDate.of(2018, 3, 31), 16_884, 0, 49_857));
    assertThat(Forecasting.of(three, LocalDate.of(2018, 4, 1))).isEqualTo(new Guess.TooFew(3));
    var four = new ArrayList<>(three);
    four.add(new Point(LocalDate.of(2020, 10, 8), 33_025, 0, 57_113));
    assertThat(Forecasting.of(four, LocalDate.of(2020, 11, 1))).isEqualTo(new Guess.TooFew(1));
    assertThat(Forecasting.of(List.of(), FIRST)).isEqualTo(new Guess.TooFew(0));
  }

  @Test
  void fivePointsOfHalfAYearAreTooShort() {
    var close = new ArrayList<Point>();
    for (int i = 0; i < 5; i++) {
      close.add(new Point(FIRST.plusDays(40L * i), 1_000 + i, 0, WHOLE));
    }
    assertThat(Forecasting.of(close, soonAfter(close))).isEqualTo(new Guess.TooShort(160));
  }

  @Test
  void aLastPointOfMoreThanAYearAgoIsTooOld() {
    var curve = curve(8);
    var last = curve.getLast().day();
    assertThat(Forecasting.of(curve, last.plusDays(365))).isInstanceOf(Guess.Made.class);
    assertThat(Forecasting.of(curve, last.plusDays(366))).isEqualTo(new Guess.TooOld(last));
  }

  @Test
  void whatTheCurveDoesNextLiesInTheIntervalWhichGrowsWithTheDay() {
    var curve = curve(10);
    assertThat(Forecasting.of(curve, soonAfter(curve)))
        .isInstanceOfSatisfying(
            Guess.Made.class,
            made -> {
              assertThat(made.steps()).hasSize(4);
              for (int i = 0; i < 4; i++) {
                var step = made.steps().get(i);
                assertThat(step.low()).isBetween(0.0, step.middle());
                assertThat(step.high()).isBetween(step.middle(), 1.0);
                assertThat(truth(10 + i)).isBetween(step.low(), step.high());
              }
              var first = made.steps().getFirst();
              var last = made.steps().getLast();
              assertThat(last.high() - last.low()).isGreaterThan(first.high() - first.low());
            });
  }

  @Test
  void itReachesNoFurtherThanThePointsReachBack() {
    var curve = curve(6);
    assertThat(Forecasting.of(curve, soonAfter(curve)))
        .isInstanceOfSatisfying(Guess.Made.class, made -> assertThat(made.steps()).hasSize(4));
    assertThat(Forecasting.of(curve.subList(0, 5), soonAfter(curve)))
        .isEqualTo(new Guess.TooShort(364));
  }

  @Test
  void studentsTIsWithinOnePercent() {
    assertThat(Forecasting.t(3)).isCloseTo(3.182, within(0.032));
    assertThat(Forecasting.t(10)).isCloseTo(2.228, within(0.01));
    assertThat(Forecasting.t(100)).isCloseTo(1.984, within(0.01));
  }
}
