package org.foyal.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyal.HouseTest;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HouseTest
class FrontPageTest {
  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;

  private TwoNeighbourhoods city;

  @BeforeEach
  void empty() {
    city = new TwoNeighbourhoods(sql, events);
    city.clear();
  }

  @AfterEach
  void leave() {
    city.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void theSearchComesBeforeTheDoors(String language) {
    assertThat(web.get().uri("/" + language + "/"))
        .hasStatusOk()
        .bodyText()
        .containsSubsequence("<main", "/search\"", "/areas\"", "/data\"", "</main>");
  }

  @Test
  void anEmptyCityTellsTheAdministratorWhatComesFirst() {
    assertThat(web.get().uri("/fr/")).bodyText().contains("La ville est encore vide");
    city.settle();
    assertThat(web.get().uri("/fr/")).bodyText().doesNotContain("La ville est encore vide");
  }
}
