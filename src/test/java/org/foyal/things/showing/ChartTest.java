package org.foyal.things.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.foyal.things.keeping.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A chart draws what was reported, and nothing where nothing was.
class ChartTest {
  private static final Instant UNTIL = Instant.parse("2026-11-27T10:00:00Z");
  private static final Instant SINCE = UNTIL.minus(Duration.ofDays(1));

  private static Point hour(int after, double mean, double around) {
    var from = SINCE.plus(Duration.ofHours(after));
    return new Point(from, from.plus(Duration.ofHours(1)), 10, mean - around, mean, mean + around);
  }

  private static Chart draw(List<Point> points) {
    return Chart.of(points, SINCE, UNTIL, Span.DAY, ZoneOffset.UTC);
  }

  @Test
  void aGapIsNotBridged() {
    var chart = draw(List.of(hour(1, 1, .5), hour(2, 2, .5), hour(8, 1, .5), hour(9, 1, .5)));
    assertThat(chart.line().chars().filter(sign -> sign == 'M')).hasSize(2);
  }

  @Test
  void aMeanThatStandsAloneIsADot() {
    var chart = draw(List.of(hour(3, 1, 0)));
    assertThat(chart.dots()).hasSize(1);
    assertThat(chart.line()).isEmpty();
  }

  @Test
  void lessIsLowerOnThePage() {
    var chart = draw(List.of(hour(1, 0, 0), hour(2, 10, 0)));
    assertThat(chart.levels().getFirst().y()).isGreaterThan(chart.levels().getLast().y());
    assertThat(chart.levels().getFirst().number()).isZero();
    assertThat(chart.levels().getLast().number()).isGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsReportedStaysOnTheDrawing(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      double size = Math.pow(10, random.nextInt(-6, 9));
      var points = new ArrayList<Point>();
      for (int hour = 0; hour < 24; hour++) {
        points.add(hour(hour, random.nextGaussian() * size, random.nextDouble() * size));
      }
      var chart = draw(points);
      assertThat(chart.levels()).hasSizeBetween(2, 8);
      assertThat(chart.line()).doesNotContain("NaN").matches("(M|L|\\d| )+");
      assertThat(chart.levels())
          .allSatisfy(level -> assertThat(level.y()).isBetween(0L, (long) Chart.HEIGHT));
    }
  }

  @Test
  void aRowAddsUpItsPointsByHowManyReadingsTheyStandFor() {
    var from = SINCE;
    var points =
        List.of(
            new Point(from, from, 1, 0, 0, 0),
            new Point(from.plusSeconds(60), from.plusSeconds(60), 3, 4, 4, 8));
    assertThat(Row.of(points, Span.DAY, ZoneOffset.UTC))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.mean()).isEqualTo(3);
          assertThat(row.readings()).isEqualTo(4);
          assertThat(row.minimum()).isZero();
          assertThat(row.maximum()).isEqualTo(8);
        });
  }
}
