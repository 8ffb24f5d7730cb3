package org.foyal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final String SIGNS = "23456789CDFHJKMPRTX";

  /// 2·(8+7+6+5+4+3+2) = 0 for seven times the first sign; 3 counts 1 at each place: -35 = 3 mod
  /// 19.
  @Test
  void theCheckSignIsTheOneReckonedByHand() {
    assertThat(Reference.read("2222-2222")).isPresent();
    assertThat(Reference.read("3333-3335")).isPresent();
    assertThat(Reference.read("3333-3333")).isEmpty();
  }

  @Test
  void itIsReadAsPeopleTypeIt() {
    assertThat(Reference.read("  3333 3335 ").map(Reference::toString)).contains("3333-3335");
    var drawn = Reference.next(new Random(22));
    assertThat(Reference.read(drawn.toString().toLowerCase(java.util.Locale.ROOT))).contains(drawn);
    assertThat(Reference.read("")).isEmpty();
    assertThat(Reference.read("é".repeat(8))).isEmpty();
    assertThat(Reference.read("3".repeat(5000))).isEmpty();
    assertThatThrownBy(() -> new Reference("00000000"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noVowelAndNoLookAlikeIsEverDrawn() {
    var random = new Random(22);
    for (int i = 0; i < 2_000; i++) {
      assertThat(Reference.next(random).signs()).matches("[23456789CDFHJKMPRTX]{8}");
    }
  }

  @Test
  void oneWrongSignIsAlwaysFound() {
    var random = new Random(1848);
    for (int i = 0; i < 300; i++) {
      var signs = Reference.next(random).signs();
      for (int place = 0; place < signs.length(); place++) {
        for (int j = 0; j < SIGNS.length(); j++) {
          char other = SIGNS.charAt(j);
          if (other != signs.charAt(place)) {
            var wrong = signs.substring(0, place) + other + signs.substring(place + 1);
            assertThat(Reference.read(wrong)).as(signs + " as " + wrong).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void twoSignsThatChangedPlacesAreAlwaysFound() {
    var random = new Random(2018);
    for (int i = 0; i < 300; i++) {
      var signs = Reference.next(random).signs();
      for (int left = 0; left < signs.length(); left++) {
        for (int right = left + 1; right < signs.length(); right++) {
          if (signs.charAt(left) != signs.charAt(right)) {
            var swapped = new StringBuilder(signs);
            swapped.setCharAt(left, signs.charAt(right));
            swapped.setCharAt(right, signs.charAt(left));
            assertThat(Reference.read(swapped.toString())).as(signs + " as " + swapped).isEmpty();
          }
        }
      }
    }
  }
}
