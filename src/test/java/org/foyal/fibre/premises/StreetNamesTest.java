package org.foyal.fibre.premises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreetNamesTest {
  @Test
  void anOperatorsShortNameIsTheTerritorysStreet() {
    assertThat(StreetNames.id("75056", "AV", "MAURICE BISHOP"))
        .isEqualTo("75056-avenue-maurice-bishop");
    assertThat(StreetNames.id("75056", "Rue", "L’Évêque")).isEqualTo("75056-rue-l-eveque");
    assertThat(StreetNames.id("75056", "", "Rue Lamartine")).isEqualTo("75056-rue-lamartine");
    assertThat(StreetNames.id("75056", "RUE", "RUE LAMARTINE")).isEqualTo("75056-rue-lamartine");
  }

  @Test
  void withoutANameThereIsNoStreet() {
    assertThat(StreetNames.id("75056", "RUE", " ")).isEmpty();
    assertThat(StreetNames.id("", "RUE", "LAMARTINE")).isEmpty();
  }
}
