package org.foyal.innovation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers of registers are checked by their keys.
class RegisteredTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "73282932000074",
        "732 829 320 00074",
        "35600000000048",
        "W9M1002345",
        "w9m1002345"
      })
  void aNumberIsReadHoweverItIsTyped(String typed) {
    assertThat(Registered.read(typed)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "73282932000075",
        "7328293200007",
        "73282932100074",
        "35600000000049",
        "W123",
        "X9M1002345",
        "٧٣٢٨٢٩٣٢٠٠٠٠٧٤"
      })
  void whatItsKeyContradictsIsNone(String typed) {
    assertThat(Registered.read(typed)).isEmpty();
  }

  @Test
  void laPosteHasMoreEstablishmentsThanTheKeyLeavesRoomFor() {
    // the sum of the digits is 20 and the key of Luhn fails
    assertThat(Registered.read("35600000000051")).isPresent();
    assertThat(Registered.read("35600000000052")).isEmpty();
  }

  @Test
  void aCompanyHasASiret() {
    var association = Registered.read("W9M1002345").orElseThrow();
    assertThat(association.fits(Holder.ASSOCIATION)).isTrue();
    assertThat(association.fits(Holder.COMPANY)).isFalse();
    assertThat(Registered.read("73282932000074").orElseThrow().fits(Holder.COMPANY)).isTrue();
  }

  @Test
  void aNumberThatIsNoneIsNeverMade() {
    assertThatThrownBy(() -> new Registered("12")).isInstanceOf(IllegalArgumentException.class);
  }
}
