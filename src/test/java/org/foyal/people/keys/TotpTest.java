package org.foyal.people.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final Totp RFC =
      new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /// RFC 6238, appendix B, SHA-1; the last six of its eight digits.
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(RFC.codeAt(Instant.ofEpochSecond(second))).isEqualTo(code);
    assertThat(RFC.stepOf(code, Instant.ofEpochSecond(second))).hasValue(second / 30);
  }

  @Test
  void aClockHalfAMinuteOffIsForgivenAndAWholeOneIsNot() {
    var now = Instant.ofEpochSecond(1_111_111_109);
    var code = RFC.codeAt(now);
    assertThat(RFC.stepOf(code, now.plusSeconds(30))).isPresent();
    assertThat(RFC.stepOf(code, now.minusSeconds(30))).isPresent();
    assertThat(RFC.stepOf(code, now.plusSeconds(61))).isEmpty();
    assertThat(RFC.stepOf(code, now.minusSeconds(61))).isEmpty();
  }

  @Test
  void whatIsNoCodeOpensNothing() {
    var now = Instant.ofEpochSecond(59);
    for (var typed : new String[] {"", "28708", "2870820", "abcdef", "２８７０８２", "\u0000"}) {
      assertThat(RFC.stepOf(typed, now)).isEmpty();
    }
  }

  @Test
  void aSecretTooShortToKeepIsRefused() {
    assertThatThrownBy(() -> new Totp(new byte[15])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSecretIsTypedInBase32AndNeverPrinted() {
    assertThat(RFC.typed()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(new Totp(Base32.decode(RFC.typed()))).isEqualTo(RFC);
    assertThat(RFC.toString()).doesNotContain("GEZ").doesNotContain("12345");
  }

  @Test
  void theAddressForApplicationsKeepsOddNamesInTheirPlace() {
    assertThat(RFC.address("Ville & Cie", "a@b.fr"))
        .startsWith("otpauth://totp/Ville%20%26%20Cie:a%40b.fr?secret=GEZ")
        .endsWith("&issuer=Ville%20%26%20Cie");
  }
}
