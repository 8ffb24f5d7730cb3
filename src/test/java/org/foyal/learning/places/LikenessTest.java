package org.foyal.learning.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// By the rule of the national directory: name, address and position alike, in one commune, from
/// two sources.
class LikenessTest {
  private static Place at(String name, String source, String... more) {
    var fields = new String[more.length + 2];
    fields[0] = "source";
    fields[1] = source;
    System.arraycopy(more, 0, fields, 2, more.length);
    return Known.place(name, fields);
  }

  @Test
  void theSamePlaceToldByTwoIsADouble() {
    var one = at("Médiathèque de l’Essai", "a", "latitude", "14.6", "longitude", "-61");
    var other = at("MEDIATHEQUE DE L'ESSAI", "b", "latitude", "14.6002", "longitude", "-61");
    assertThat(Likeness.of(one, other).orElseThrow()).isGreaterThan(Likeness.DOUBLE);
  }

  @Test
  void neitherTheSameSourceNorAnotherCommuneMakesADouble() {
    var one = at("Médiathèque", "a");
    assertThat(Likeness.of(one, at("Médiathèque", "a"))).isEmpty();
    assertThat(Likeness.of(one, at("Médiathèque", "b", "code_insee", "75102"))).isEmpty();
  }

  @Test
  void kindsThatDontGoTogetherMakeNoDouble() {
    var library = at("Médiathèque", "a", "typologie", "BIB");
    assertThat(Likeness.of(library, at("Médiathèque", "b", "typologie", "CAF"))).isEmpty();
    assertThat(Likeness.of(library, at("Médiathèque", "b", "typologie", "CAF|BIB"))).isPresent();
  }

  @Test
  void theFartherTheLessAlike() {
    var one = at("Médiathèque", "a", "latitude", "14.6", "longitude", "-61");
    var far = at("Médiathèque", "b", "latitude", "14.7", "longitude", "-61");
    assertThat(Likeness.of(one, far).orElseThrow()).isBetween(66.0, 68.0);
  }

  @Test
  void otherNamesAtOtherAddressesAreFarFromADouble() {
    var one = at("Maison de quartier", "a");
    var other = at("CAF", "b", "adresse", "place Victor-Hugo");
    assertThat(Likeness.of(one, other).orElseThrow()).isLessThan(50);
  }

  @Test
  void nothingIsLikeNothing() {
    assertThat(Likeness.ratio("", "")).isZero();
    assertThat(Likeness.ratio("Été 2026", "ete 2026")).isEqualTo(100);
  }

  @Test
  void whatIsTooFarAwayToBeADoubleIsSeenWithoutItsName() {
    var here = at("Médiathèque", "a", "latitude", "14", "longitude", "-61");
    for (var away_deg : List.of(".0000", ".0003", ".0010", ".0014", ".0016", ".0100", ".5000")) {
      var there = at("Médiathèque", "b", "latitude", "14" + away_deg, "longitude", "-61");
      boolean couldBe = Likeness.of(here, there).orElse(0.0) >= Likeness.DOUBLE;
      assertThat(Likeness.near(here, there)).as("%s", away_deg).isEqualTo(couldBe);
    }
  }
}
