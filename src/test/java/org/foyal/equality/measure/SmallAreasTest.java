package org.foyal.equality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.foyal.equality.measure.SmallAreas.Seen;
import org.junit.jupiter.api.Test;

/// Rates of few people say little, and are drawn towards the rate of all.
class SmallAreasTest {
  @Test
  void whereChanceExplainsAllEverybodyHasTheRateOfAll() {
    assertThat(SmallAreas.shrunk(List.of(new Seen(1, 10), new Seen(0, 10), new Seen(2, 10))))
        .allSatisfy(rate -> assertThat(rate).isCloseTo(0.1, within(1e-12)));
  }

  @Test
  void theFewAreDrawnInMoreThanTheMany() {
    var rates =
        SmallAreas.shrunk(List.of(new Seen(5, 10), new Seen(500, 1000), new Seen(10, 1000)));
    double all = 515.0 / 2010;
    // by hand: s² = Σn(r−m)²/Σn, a = s² − m/n̄, r̂ = m + (r−m)·a/(a + m/n)
    double spread =
        (10 * Math.pow(0.5 - all, 2)
                + 1000 * Math.pow(0.5 - all, 2)
                + 1000 * Math.pow(0.01 - all, 2))
            / 2010;
    double beyond = spread - all / 670;
    assertThat(rates.getFirst())
        .isCloseTo(all + (0.5 - all) * beyond / (beyond + all / 10), within(1e-12));
    assertThat(rates.get(1)).isGreaterThan(rates.getFirst()).isLessThan(0.5);
    assertThat(rates.get(2)).isBetween(0.01, all);
  }

  @Test
  void whereNothingHappenedNothingIsMadeUp() {
    assertThat(SmallAreas.shrunk(List.of(new Seen(0, 10), new Seen(0, 99)))).containsOnly(0.0);
  }

  @Test
  void ofManyFindingsThoseThatChanceWouldHaveMadeAreNotBelieved() {
    // Benjamini and Hochberg 1995, the example of section 3.2: four of fifteen at 5 %
    assertThat(
            Discoveries.among(
                List.of(
                    .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262,
                    .5719, .6528, .7590, 1.0),
                0.05))
        .containsExactly(
            true, true, true, true, false, false, false, false, false, false, false, false, false,
            false, false);
  }
}
