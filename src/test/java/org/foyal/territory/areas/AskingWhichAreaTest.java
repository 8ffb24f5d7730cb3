package org.foyal.territory.areas;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyal.HouseTest;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HouseTest
class AskingWhichAreaTest {
  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;

  private TwoNeighbourhoods city;

  @BeforeEach
  void settle() {
    city = new TwoNeighbourhoods(sql, events);
    city.settle();
  }

  @AfterEach
  void leave() {
    city.clear();
  }

  @Test
  void aPointIsToldItsCommuneAndNeighbourhood() {
    var answer = assertThat(web.get().uri("/api/areas/at?lat=14.61&lon=-61.09")).hasStatusOk();
    answer.bodyJson().extractingPath("$.commune.code").isEqualTo(TwoNeighbourhoods.COMMUNE);
    answer.bodyJson().extractingPath("$.neighbourhood.code").isEqualTo(TwoNeighbourhoods.WEST);
  }

  @ParameterizedTest
  @CsvSource({
    "?lat=-61.09&lon=14.61, 400, swapped",
    "?lat=120&lon=14, 400, swapped",
    "?lat=1615000&lon=705000, 400, metres",
    "?lat=200&lon=200, 400, beyond",
    "?lat=14%2C61&lon=-61%2C09, 400, unreadable",
    "?lat=NaN&lon=0, 400, unreadable",
    "?lat=Infinity&lon=0, 400, unreadable",
    "?lat=14.61, 400, missing",
    "?lat=&lon=, 400, missing",
    "'', 400, missing",
    "?lat=48.85&lon=2.35, 404, outside",
    "?lat=90&lon=180, 404, outside"
  })
  void aBadPointIsToldWhatIsWrongWithIt(String query, int status, String what) {
    assertThat(web.get().uri("/api/areas/at" + query))
        .hasStatus(status)
        .hasContentType("application/problem+json")
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("urn:foyal:problem:areas:" + what);
  }

  @Test
  void anAreaIsToldWithItsScoresNeighboursAndSources() {
    var answer =
        assertThat(web.get().uri("/api/areas/" + TwoNeighbourhoods.WEST)).hasStatusOk().bodyJson();
    answer.extractingPath("$.area.official").isEqualTo(false);
    answer.extractingPath("$.scores.length()").isEqualTo(7);
    answer.extractingPath("$.neighbours[0].code").isEqualTo(TwoNeighbourhoods.EAST);
    answer.extractingPath("$.sources[0].licence").isEqualTo("Licence Ouverte 2.0");
  }

  @Test
  void anUnknownAreaIsAProblemInTheReadersLanguage() {
    assertThat(web.get().uri("/api/areas/nope").header("Accept-Language", "en"))
        .hasStatus(404)
        .hasContentType("application/problem+json")
        .bodyText()
        .contains("No area has this code");
  }
}
