package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What example stations measure is invented by lot, but not at random.
class ExampleClimateTest {
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T04:00:00Z");
  private static final ZoneId MARTINIQUE = ZoneId.of("America/Martinique");

  private final ExampleClimate year = new ExampleClimate(NEW_YEAR, 8_760, MARTINIQUE);

  private static ExampleStation station(String code) {
    return ExampleStation.all().stream().filter(one -> one.code().equals(code)).findAny().get();
  }

  private double[] year(String code, ExampleMeasure measure) {
    return year.of(station(code), measure);
  }

  private static double mean(double[] said, int fromDay, int toDay) {
    return Arrays.stream(said, fromDay * 24, toDay * 24).average().orElseThrow();
  }

  @Test
  void theSameHoursAskedAgainSayTheSame() {
    var again = new ExampleClimate(NEW_YEAR, 8_760, MARTINIQUE);
    assertThat(again.of(station("madame"), ExampleMeasure.RIVER_LEVEL))
        .containsExactly(year("madame", ExampleMeasure.RIVER_LEVEL));
  }

  @Test
  void itRainsMoreInTheWetSeasonThanInLentAndMostHoursAreDry() {
    var rain = year("rain-tivoli", ExampleMeasure.RAIN);
    assertThat(mean(rain, 180, 330)).isGreaterThan(2 * mean(rain, 30, 110));
    assertThat(Arrays.stream(rain).filter(mm -> mm == 0).count()).isGreaterThan(5_000);
    assertThat(Arrays.stream(rain).sum()).isBetween(800.0, 5_000.0);
  }

  @Test
  void aRiverRisesAfterRain() {
    var rain = year("monsieur", ExampleMeasure.RAIN);
    var level = year("monsieur", ExampleMeasure.RIVER_LEVEL);
    int wettest = 0;
    for (int i = 24; i < rain.length; i++) {
      wettest = rain[i] > rain[wettest] ? i : wettest;
    }
    assertThat(level[wettest]).isGreaterThan(level[wettest - 12]);
  }

  @Test
  void aSchoolUsesLessOnSundaysAndInAugust() {
    var energy = year("school", ExampleMeasure.ENERGY);
    assertThat(mean(energy, 7 * 7 + 3, 7 * 7 + 4)).isLessThan(mean(energy, 7 * 7 + 4, 7 * 7 + 5));
    assertThat(mean(energy, 213, 240)).isLessThan(mean(energy, 60, 90) / 1.5);
  }

  @Test
  void sargassumStrandsInSummerOnly() {
    var gas = year("sargassum", ExampleMeasure.HYDROGEN_SULFIDE);
    assertThat(mean(gas, 330, 360)).isLessThan(0.05);
    assertThat(mean(gas, 120, 210)).isGreaterThan(0.1);
  }
}
