package org.foyal.shell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people of the city write is set as French is printed, whatever their keyboard gave.
class ReadingTextsTest {
  private static final Told TEXT =
      new Told(
          Map.of(
              Language.FR, "Nous avons lu : « un texte » !",
              Language.EN, "We have read : “a text”."));

  @Test
  void noLineOfFrenchBeginsWithASignOfPunctuation() {
    assertThat(TEXT.in(Language.FR))
        .isEqualTo("Nous avons lu\u00a0: «\u00a0un texte\u00a0»\u00a0!");
  }

  @Test
  void frenchThatStandsForAnotherLanguageIsSetAsFrench() {
    assertThat(TEXT.in(Language.GCF)).isEqualTo(TEXT.in(Language.FR));
    assertThat(TEXT.in(Language.EN)).isEqualTo("We have read : “a text”.");
  }

  @Test
  void whatWasTypedIsKeptAsItWasTyped() {
    assertThat(TEXT.only(Language.FR)).isEqualTo("Nous avons lu : « un texte » !");
  }
}
