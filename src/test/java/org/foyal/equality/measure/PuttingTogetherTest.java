package org.foyal.equality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.foyal.equality.measure.Composite.Contribution;
import org.foyal.equality.measure.Composite.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scores are put together as the method says, and taken apart again without rest.
class PuttingTogetherTest {
  private static List<Part> equal(double... scores) {
    return IntStream.range(0, scores.length)
        .mapToObj(i -> Part.of("CDSP".substring(i, i + 1), 1.0 / scores.length, scores[i]))
        .toList();
  }

  private static final List<Part> OWN = equal(60, 50, 40, 20);
  private static final List<Part> CITY = equal(80, 70, 55, 60);

  @Test
  void theGeometricMeanOfFourIsTheOneOfTheReference() {
    assertThat(Composite.geometric(OWN).orElseThrow()).isCloseTo(39.359793, within(5e-7));
    assertThat(Composite.geometric(CITY).orElseThrow()).isCloseTo(65.565517, within(5e-7));
    assertThat(
            Composite.geometric(
                    List.of(
                        Part.of("a", 1 / 3.0, 1),
                        Part.of("b", 1 / 3.0, 2),
                        Part.of("c", 1 / 3.0, 3)))
                .orElseThrow())
        .isCloseTo(Math.cbrt(6), within(1e-12));
    assertThat(
            Composite.geometric(
                    List.of(Part.of("a", .25, 1), Part.of("b", .25, 2), Part.of("c", .5, 3)))
                .orElseThrow())
        .isCloseTo(Math.pow(18, .25), within(1e-12));
  }

  @Test
  void whatEachAddsToTheGapIsTheOneOfTheReference() {
    var parts = Composite.geometricGap(OWN, CITY);
    assertThat(parts.stream().mapToDouble(Contribution::amount).toArray())
        .containsExactly(new double[] {-0.071921, -0.084118, -0.079613, -0.274653}, within(5e-7));
    assertThat(parts.stream().mapToDouble(Contribution::amount).sum())
        .isCloseTo(Math.log(0.600312), within(1e-6))
        .isCloseTo(-0.510305, within(5e-7));
    assertThat(parts.getLast().share().orElseThrow()).isCloseTo(0.54, within(0.005));
  }

  @Test
  void aScoreBelowOneCountsAsOne() {
    assertThat(Composite.geometric(equal(0, 100)).orElseThrow()).isCloseTo(10, within(1e-12));
  }

  @Test
  void lessThanTwoThirdsOfTheWeightGivesNoScore() {
    var missing = new Part("c", 0.25, OptionalDouble.empty());
    var three = List.of(Part.of("a", 0.25, 40), Part.of("b", 0.5, 10), missing);
    assertThat(Composite.arithmetic(three).orElseThrow()).isCloseTo(20, within(1e-12));
    var two = List.of(Part.of("a", 0.35, 40), new Part("b", 0.4, OptionalDouble.empty()), missing);
    assertThat(Composite.arithmetic(two)).isEmpty();
    assertThat(Composite.geometric(two)).isEmpty();
  }

  @Test
  void weightsThatDoNotSumToOneAreRefused() {
    var wrong = List.of(Part.of("a", 0.5, 1), Part.of("b", 0.6, 1));
    assertThatThrownBy(() -> Composite.arithmetic(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.1");
    assertThatThrownBy(() -> new Method("1", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void contributionsSumToTheGapWhateverTheScores(long seed) {
    var random = new Random(seed);
    int parts = 2 + random.nextInt(6);
    var weights = random.doubles(parts, 0.1, 1).toArray();
    double all = java.util.Arrays.stream(weights).sum();
    var own = new ArrayList<Part>();
    var city = new ArrayList<Part>();
    for (int i = 0; i < parts; i++) {
      own.add(Part.of("p" + i, weights[i] / all, 1 + 99 * random.nextDouble()));
      city.add(Part.of("p" + i, weights[i] / all, 1 + 99 * random.nextDouble()));
    }
    assertThat(sum(Composite.arithmeticGap(own, city)))
        .isCloseTo(
            Composite.arithmetic(own).orElseThrow() - Composite.arithmetic(city).orElseThrow(),
            within(1e-9));
    assertThat(sum(Composite.geometricGap(own, city)))
        .isCloseTo(
            Math.log(
                Composite.geometric(own).orElseThrow() / Composite.geometric(city).orElseThrow()),
            within(1e-9));
    assertThat(
            Composite.geometricGap(own, city).stream()
                .mapToDouble(one -> one.share().orElseThrow())
                .sum())
        .isCloseTo(1, within(1e-9));
  }

  private static double sum(List<Contribution> parts) {
    return parts.stream().mapToDouble(Contribution::amount).sum();
  }
}
