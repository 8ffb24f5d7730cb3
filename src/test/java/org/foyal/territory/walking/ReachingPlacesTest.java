package org.foyal.territory.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What people can reach where many share what is near.
class ReachingPlacesTest {
  private static Catchment.Area area(double people, Double... reach) {
    return new Catchment.Area(people, List.of(reach));
  }

  private static final Catchment THREE =
      new Catchment(
          List.of(area(1000, 1.0, 0.68), area(800, 0.68, 1.0), area(1200, 0.0, 0.22)),
          List.of(30.0, 20.0));

  @Test
  void theNumbersAreThoseOfTheReference() {
    assertThat(THREE.perPerson(0)).isCloseTo(0.0194300518, within(5e-11));
    assertThat(THREE.perPerson(1)).isCloseTo(0.0114678899, within(5e-11));
    assertThat(THREE.access().stream().mapToDouble(one -> 1000 * one).toArray())
        .containsExactly(new double[] {27.228217, 24.680325, 2.522936}, within(5e-7));
  }

  @Test
  void nothingIsLostAndNothingComesFromNowhere() {
    var access = THREE.access();
    assertThat(
            IntStream.range(0, 3)
                .mapToDouble(i -> THREE.areas().get(i).people() * access.get(i))
                .sum())
        .isCloseTo(50, within(1e-9));
  }

  @Test
  void theExampleOfThePackageFca() {
    var all = Collections.nCopies(6, 1.0);
    var offers = IntStream.rangeClosed(1, 6).mapToObj(i -> (double) i).toList();
    var one =
        new Catchment(
            IntStream.rangeClosed(1, 4).mapToObj(p -> new Catchment.Area(p, all)).toList(), offers);
    assertThat(one.perPerson(2)).isCloseTo(0.3, within(1e-12));
    assertThat(one.access()).allSatisfy(each -> assertThat(each).isCloseTo(2.1, within(1e-12)));
  }

  @Test
  void aPlaceThatNobodyReachesOffersNothing() {
    var one = new Catchment(List.of(area(10, 0.0)), List.of(5.0));
    assertThat(one.access()).containsExactly(0.0);
  }
}
