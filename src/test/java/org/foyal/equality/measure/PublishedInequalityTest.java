package org.foyal.equality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.foyal.equality.measure.Inequality.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inequality is measured as R’s `ineq` measures it, and is taken apart without rest.
class PublishedInequalityTest {
  private static final Offset<Double> DIGITS = within(5e-11);
  private static final Inequality TEN =
      Inequality.of(
          Arrays.stream(new double[] {541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261})
              .mapToObj(value -> new Share("", 1, value))
              .toList());
  private static final Inequality FOUR =
      Inequality.of(
          List.of(
              new Share("one", 100, 10),
              new Share("one", 300, 20),
              new Share("two", 200, 30),
              new Share("two", 400, 40)));

  @Test
  void ofTenIncomes() {
    assertThat(TEN.mean()).isCloseTo(6658.6, DIGITS);
    assertThat(TEN.gini()).isCloseTo(0.4620911303, DIGITS);
    assertThat(TEN.gini() * 10 / 9).as("corrected for the sample").isCloseTo(0.5134345892, DIGITS);
    assertThat(TEN.theilT()).isCloseTo(0.3623412423, DIGITS);
    assertThat(TEN.theilL().orElseThrow()).isCloseTo(0.4335946495, DIGITS);
    assertThat(TEN.atkinson(0.5)).isCloseTo(0.179659098, within(5e-10));
    assertThat(TEN.atkinson(1)).isCloseTo(0.3518250597, DIGITS);
    assertThat(TEN.atkinson(2)).isCloseTo(0.6290110545, DIGITS);
    assertThat(TEN.toMove()).isCloseTo(0.3378067462, DIGITS);
    assertThat(TEN.variation()).isCloseTo(0.9169581829, DIGITS);
    assertThat(TEN.entropy2()).isCloseTo(0.4204061546, DIGITS);
  }

  @Test
  void betweenGroupsAndWithinThem() {
    assertThat(FOUR.mean()).isEqualTo(29);
    assertThat(FOUR.theilT()).isCloseTo(0.0708501800, DIGITS);
    assertThat(FOUR.theilTParts().between()).isCloseTo(0.0560318894, DIGITS);
    assertThat(FOUR.theilTParts().within()).isCloseTo(0.0148182906, DIGITS);
    assertThat(FOUR.theilL().orElseThrow()).isCloseTo(0.0825263806, DIGITS);
    assertThat(FOUR.theilLParts().orElseThrow().between()).isCloseTo(0.0612946313, DIGITS);
    assertThat(FOUR.theilLParts().orElseThrow().within()).isCloseTo(0.0212317493, DIGITS);
  }

  @Test
  void theFifthThatHasLeastAndTheFifthThatHasMost() {
    assertThat(TEN.fifth(false)).isCloseTo(1002, DIGITS);
    assertThat(TEN.fifth(true)).isCloseTo(17082.5, DIGITS);
    assertThat(FOUR.fifth(false)).as("a hundred with ten, a hundred with twenty").isEqualTo(15);
    assertThat(FOUR.fifth(true)).isEqualTo(40);
  }

  @Test
  void somebodyWhoHasNothingMakesNoLogarithm() {
    var one = Inequality.of(List.of(new Share("a", 3, 0), new Share("b", 1, 8)));
    assertThat(one.theilT()).isCloseTo(Math.log(4), within(1e-12));
    assertThat(one.theilL()).isEmpty();
    assertThat(one.theilLParts()).isEmpty();
    assertThat(one.zeros()).isOne();
    assertThat(one.atkinson(1)).isOne();
    assertThat(one.theilTParts().whole()).isCloseTo(one.theilT(), within(1e-12));
  }

  @Test
  void nothingThatCanBeSharedHasNoInequality() {
    assertThatThrownBy(() -> Inequality.of(List.of(new Share("a", 3, 0))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share("a", 3, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void partsSumToTheWholeWhateverTheGroups(long seed) {
    var random = new Random(seed);
    var some =
        Inequality.of(
            IntStream.range(0, 38)
                .mapToObj(_ ->
                    new Share(
                        "g" + random.nextInt(9),
                        1 + random.nextInt(4000),
                        0.01 + 100 * random.nextDouble()))
                .toList());
    assertThat(some.theilTParts().whole()).isCloseTo(some.theilT(), within(1e-10));
    assertThat(some.theilLParts().orElseThrow().whole())
        .isCloseTo(some.theilL().orElseThrow(), within(1e-10));
  }
}
