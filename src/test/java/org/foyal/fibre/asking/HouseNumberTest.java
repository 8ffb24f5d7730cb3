package org.foyal.fibre.asking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// House numbers as people and files write them.
class HouseNumberTest {
  private static HouseNumber read(String written) {
    return HouseNumber.read(written).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12, 12, ''",
    "0012, 12, 12, ''",
    "12 bis, 12, 12, b",
    "12BIS, 12, 12, b",
    "12 B, 12, 12, b",
    "12ter, 12, 12, t",
    "3 quater, 3, 3, q",
    "166170, 166, 170, ''",
    "166-170, 166, 170, ''",
    "166 – 170, 166, 170, ''",
    "1214, 1214, 1214, ''",
    "12345, 12345, 12345, ''"
  })
  void areRead(String written, int first, int last, String suffix) {
    assertThat(read(written)).isEqualTo(new HouseNumber(first, last, suffix));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "douze", "12 bis ter", "-12", "12.5", "1234567", "170-166", "1-99", "١٢"})
  void orAreNone(String written) {
    assertThat(HouseNumber.read(written)).isEmpty();
  }

  @Test
  void aSpanHoldsTheDoorsOfItsSideOfTheStreet() {
    assertThat(read("166170").holds(read("168"))).isTrue();
    assertThat(read("166170").holds(read("170 bis"))).isTrue();
    assertThat(read("166170").holds(read("167"))).isFalse();
    assertThat(read("166170").holds(read("172"))).isFalse();
    assertThat(read("12").holds(read("12"))).isFalse();
  }

  @Test
  void fourDigitsMayBeASpan() {
    assertThat(read("1214").asSpan()).contains(new HouseNumber(12, 14, ""));
    assertThat(read("1412").asSpan()).isEmpty();
    assertThat(read("12").asSpan()).isEmpty();
  }

  @Test
  void areSaidAndWritten() {
    assertThat(read("12b").said()).isEqualTo("12 bis");
    assertThat(read("12 C").said()).isEqualTo("12 C");
    assertThat(read("166170").said()).isEqualTo("166–170");
    assertThat(read("166170").written()).isEqualTo("166-170");
    assertThat(HouseNumber.read(read("166170").written())).contains(read("166170"));
  }
}
