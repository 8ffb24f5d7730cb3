package org.foyal.equality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Scales give the numbers that COINr’s own tests and R publish.
class PublishedScalesTest {
  private static final double[] FIVE = {10, 20, 30, 40, 100};
  private static final double[] FAR_OUT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100};

  /// Miles a gallon of 32 cars, R’s `mtcars$mpg`.
  private static final double[] CARS = {
    21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4,
    14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4
  };

  private static final Offset<Double> FOUR = within(0.00005);

  @Test
  void leastToGreatest() {
    assertThat(Scaling.minMax(FIVE))
        .containsExactly(new double[] {0, 11.1111, 22.2222, 33.3333, 100}, FOUR);
    assertThat(Arrays.copyOf(Scaling.minMax(CARS), 6))
        .containsExactly(new double[] {45.1064, 45.1064, 52.7660, 46.8085, 35.3191, 32.7660}, FOUR);
  }

  @Test
  void distancesFromTheMean() {
    assertThat(Scaling.z(FIVE))
        .containsExactly(
            new double[] {-.84852814, -.56568542, -.28284271, 0, 1.69705627}, within(5e-9));
  }

  @Test
  void robustDistancesFromTheMedian() {
    assertThat(Arrays.copyOf(Scaling.robustZ(CARS), 6))
        .containsExactly(
            new double[] {.332626, .332626, .665251, .406542, -.092396, -.203271}, within(5e-7));
  }

  @Test
  void ranksOfWhichEqualOnesShareTheMean() {
    assertThat(Scaling.rank(FIVE)).containsExactly(0, .25, .5, .75, 1);
    assertThat(Scaling.rank(5, 5, 9)).containsExactly(.25, .25, 1);
  }

  @Test
  void goalpostsHoldWhateverOthersDo() {
    var posts = new Goalposts(0, 80);
    assertThat(Arrays.stream(FIVE).map(posts::scale).toArray())
        .containsExactly(12.5, 25, 37.5, 50, 100);
    assertThat(new Goalposts(30, 10).scale(15)).as("less is better").isEqualTo(75);
  }

  @Test
  void whatStandsFarOutIsDrawnIn() {
    assertThat(Scaling.skew(FAR_OUT)).isCloseTo(3.2556382, within(5e-8));
    assertThat(Scaling.kurtosis(FAR_OUT)).isCloseTo(10.706674, within(5e-7));
    assertThat(Scaling.winsorised(FAR_OUT)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10);
    assertThat(Scaling.winsorised(FIVE)).as("not lopsided enough").containsExactly(FIVE);
  }

  @Test
  void valuesThatAreAllAlikeHaveNoScale() {
    assertThat(Scaling.minMax(3, 3)).containsOnly(0);
    assertThat(Scaling.robustZ(3, 3, 3)).containsOnly(0);
    assertThat(Scaling.z(3, 3)).containsOnly(0);
  }
}
