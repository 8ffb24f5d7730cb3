package org.foyal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Intervals at 95 %, against published figures (Newcombe 1998; Garwood 1936).
class IntervalTest {
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.255289, 0.366210",
    "15, 148, 0.062386, 0.160487",
    "0, 20, 0, 0.161125",
    "1, 29, 0.006113, 0.171755",
    "5, 11, 0.212713, 0.719908",
    "11, 11, 0.741167, 1",
    "3, 10, 0.107791, 0.603222"
  })
  void aShareHasWilsonsInterval(long count, long of, double from, double to) {
    var interval = Interval.wilson(count, of);
    assertThat(interval.from()).isCloseTo(from, within(1e-6));
    assertThat(interval.to()).isCloseTo(to, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.688879",
    "5, 1.623486, 11.668332",
    "10, 4.795389, 18.390356",
    "50, 37.110964, 65.918767"
  })
  void aCountHasTheExactInterval(long count, double from, double to) {
    var interval = Interval.poisson(count);
    assertThat(interval.from()).isCloseTo(from, within(1e-6));
    assertThat(interval.to()).isCloseTo(to, within(1e-6));
  }

  @Test
  void aLargeCountHasOneToo() {
    var interval = Interval.poisson(1_000_000);
    assertThat(interval.from()).isCloseTo(1_000_000 - 1.96 * 1000, within(5.0));
    assertThat(interval.to()).isCloseTo(1_000_000 + 1.96 * 1000, within(5.0));
  }

  @Test
  void whatIsNoneIsRefused() {
    assertThatThrownBy(() -> Interval.wilson(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Interval.wilson(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Interval.poisson(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
