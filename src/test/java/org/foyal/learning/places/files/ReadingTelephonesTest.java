package org.foyal.learning.places.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTelephonesTest {
  @ParameterizedTest
  @CsvSource({
    "0697000001, +596697000001",
    "0691000001, +590691000001",
    "0639000001, +262639000001",
    "0269000001, +262269000001",
    "0696000001, +596696000001",
    "0612000001, +33612000001"
  })
  void aNumberOfOverseasFranceGetsItsOwnCode(String typed, String number) {
    assertThat(Phone.read(typed)).hasValue(number);
  }

  @ParameterizedTest
  @CsvSource({
    "0596\u00a000\u00a000\u00a001",
    "0596\u202f00\u202f00\u202f01",
    "0596\u200900\u200b00\t01",
    "0596\u201100\u201300-01",
    "00596 596.00.00.01"
  })
  void blanksAndStrokesOfEveryKindCountForNothing(String typed) {
    assertThat(Phone.read(typed)).hasValue("+596596000001");
  }
}
