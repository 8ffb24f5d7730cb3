package org.foyal.equality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.foyal.kernel.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Intervals are those that were published (Newcombe 1998; R).
class PublishedIntervalsTest {
  private static final Offset<Double> DIGITS = within(0.0000005);

  private static void are(Interval interval, double from, double to) {
    assertThat(interval.from()).isCloseTo(from, DIGITS);
    assertThat(interval.to()).isCloseTo(to, DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.255289, 0.366210",
    "15, 148, 0.062386, 0.160487",
    "0, 20, 0, 0.161125",
    "1, 29, 0.006113, 0.171755",
    "5, 11, 0.212713, 0.719908",
    "11, 11, 0.741167, 1",
    "3, 10, 0.107791, 0.603222",
    "0, 11, 0, 0.258833"
  })
  void ofSharesByWilson(long count, long of, double from, double to) {
    are(Interval.wilson(count, of), from, to);
  }

  @ParameterizedTest
  @CsvSource({"81, 263, 0.252737, 0.367622", "0, 20, 0, 0.168433"})
  void ofSharesByClopperAndPearson(long count, long of, double from, double to) {
    are(Shares.exact(count, of), from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.052431, 0.333873",
    "9, 10, 3, 10, 0.170523, 0.809018",
    "5, 56, 0, 29, -0.038137, 0.192560",
    "10, 10, 0, 10, 0.607509, 1"
  })
  void ofDifferencesByNewcombe(long one, long ofOne, long two, long ofTwo, double from, double to) {
    are(Shares.difference(one, ofOne, two, ofTwo), from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.688879",
    "5, 1.623486, 11.668332",
    "10, 4.795389, 18.390356",
    "50, 37.110964, 65.918767"
  })
  void ofCountsByGarwood(long count, double from, double to) {
    are(Interval.poisson(count), from, to);
  }
}
