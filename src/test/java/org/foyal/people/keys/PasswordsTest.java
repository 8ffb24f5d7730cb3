package org.foyal.people.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyal.people.keys.Passwords.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final Passwords PASSWORDS = new Passwords();
  private static final List<String> OWN =
      List.of("marie-line.desroses@ville.fr", "Marie-Line Desroses");

  @Test
  void aPasswordIsKeptAsArgon2idWithTheMemoryAndPassesThatOwaspAsks() {
    var hash = PASSWORDS.hash("lampadaire crevette orage violon");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("lampadaire");
    assertThat(PASSWORDS.hash("lampadaire crevette orage violon")).isNotEqualTo(hash);
    assertThat(PASSWORDS.matches("lampadaire crevette orage violon", hash)).isTrue();
    assertThat(PASSWORDS.matches("lampadaire crevette orage violin", hash)).isFalse();
  }

  @Test
  void theSameLettersInOtherBytesAreTheSamePassword() {
    var hash = PASSWORDS.hash("éclair mangouste tôle sable");
    assertThat(PASSWORDS.matches("e\u0301clair mangouste to\u0302le sable", hash)).isTrue();
  }

  @Test
  void nobodysPasswordOpensNothing() {
    assertThat(PASSWORDS.matchesNobody("nobody has this password")).isFalse();
    assertThat(PASSWORDS.matchesNobody("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lampadaire crevette orage violon",
        "xK9#mQ2$vL7pWd",
        "yich mango dlo zabriko",
        "🦀🌊🥭🌴🦜🐚🌺🍍🥥🐢🦈🌋"
      })
  void goodOnesAreTakenWithoutRulesOfComposition(String password) {
    assertThat(PASSWORDS.weakness(password, OWN)).isEmpty();
  }

  @Test
  void elevenSignsAreTooFewAndAHundredAndTwentyNineTooMany() {
    assertThat(PASSWORDS.weakness("xK9#mQ2$vL7", OWN)).contains(Weakness.SHORT);
    assertThat(PASSWORDS.weakness("xK9#".repeat(32) + "z", OWN)).contains(Weakness.LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaa", "123456789012", "azertyuiop123", "passwordpassword", "motdepasse123",
        "mot de passe", "Password1234!", "qwertyuiopas", "abcabcabcabc", "iloveyou2024"
      })
  void whatAGuesserTriesFirstIsRefused(String password) {
    assertThat(PASSWORDS.weakness(password, OWN)).contains(Weakness.COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "marie-line.desroses@ville.fr",
        "Desroses2026",
        "MarieDesroses1",
        "marielinedesroses"
      })
  void thePersonsOwnNameAndAddressAreRefused(String password) {
    assertThat(PASSWORDS.weakness(password, OWN)).contains(Weakness.ABOUT_YOU);
  }

  @Test
  void aPasswordMadeToKeepTheEstimatorBusyIsStillAnswered() {
    assertThat(PASSWORDS.weakness("p@$$w0rd".repeat(16), OWN)).isPresent();
  }
}
