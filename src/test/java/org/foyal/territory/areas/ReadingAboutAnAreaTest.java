package org.foyal.territory.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.foyal.HouseTest;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
class ReadingAboutAnAreaTest {
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

  private MvcTestResult get(String address) {
    return web.get().uri(address).exchange();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void everyPageSpeaksEveryLanguage(String language) {
    for (var page :
        new String[] {
          "/areas",
          "/areas/" + TwoNeighbourhoods.WEST,
          "/areas/" + TwoNeighbourhoods.COMMUNE,
          "/streets/" + TwoNeighbourhoods.STREET
        }) {
      assertThat(get("/" + language + page))
          .hasStatusOk()
          .bodyText()
          .contains("lang=\"" + language);
    }
  }

  @Test
  void theListIsPutInOrderByLinksAndWhatIsUnknownComesLast() {
    assertThat(get("/fr/areas?sort=fragility&down=1"))
        .bodyText()
        .containsSubsequence("aria-sort=\"descending\"", "Bourg d’Essai", "Morne Épreuve");
    assertThat(get("/fr/areas?sort=population"))
        .bodyText()
        .containsSubsequence("aria-sort=\"ascending\"", "Morne Épreuve", "Bourg d’Essai");
  }

  @Test
  void theListIsNarrowedWithoutMindingAccentsOrCase() {
    assertThat(get("/fr/areas?q=EPREUVE"))
        .bodyText()
        .contains("Morne Épreuve")
        .doesNotContain("Bourg d’Essai");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fr/areas?sort=%27%3Bdrop",
        "/fr/areas?q=%3Cscript%3Ealert(1)%3C/script%3E&sort=name&down=x",
        "/fr/areas?q=%7Bx%7D%25",
        "/fr/areas?q=%F0%9F%9A%80",
        "/fr/areas?sort=a&sort=b"
      })
  void aHostileListIsStillAList(String address) {
    assertThat(get(address)).hasStatusOk().bodyText().doesNotContain("<script>alert");
  }

  @Test
  void theScoreIsExplainedWithItsRealSums() {
    assertThat(get("/fr/areas/" + TwoNeighbourhoods.WEST))
        .hasStatusOk()
        .bodyText()
        .contains("12 points au-dessus de la moyenne")
        .contains("(2 × 139 + 101) ÷ 3 = 126,3. Publié\u00a0: 127")
        .contains("(128 + 2 × 82) ÷ 3 = 97,3. Publié\u00a0: 97")
        .contains("(127 + 97) ÷ 2 = 112. Publié\u00a0: 112")
        .contains("vaut 101 dans les 2 quartiers de la ville");
  }

  @Test
  void whereverADerivedOutlineIsDrawnItSaysSo() {
    var page = get("/fr/areas/" + TwoNeighbourhoods.WEST);
    assertThat(page).bodyText().contains("outline-own", "Contours non officiels");
    city.moveTheBorder(true);
    assertThat(get("/fr/areas/" + TwoNeighbourhoods.WEST))
        .bodyText()
        .contains("outline-own")
        .doesNotContain("Contours non officiels");
  }

  @Test
  void theHistorySaysWhatChangedAndWhen() {
    city.moveTheBorder(true);
    assertThat(get("/fr/areas/" + TwoNeighbourhoods.WEST))
        .bodyText()
        .contains("la population a changé.", "le contour a changé.", "Essai, révision")
        .doesNotContain("le nom a changé.");
  }

  @Test
  void aFigureIsOnlyAPartOfATotalOfItsOwnDate() {
    var page = get("/fr/areas/" + TwoNeighbourhoods.COMMUNE);
    assertThat(page).hasStatusOk().bodyText().contains("25 %").contains("de 4");
    assertThat(page)
        .bodyText()
        .as("300 of 2014 over 4,000 of 2012 would be 7.5 %")
        .doesNotContain("7,5 %");
    assertThat(page).bodyText().contains("La somme des quartiers fait");
  }

  @ParameterizedTest
  @CsvSource({
    "/en/areas/97299 0101, /en/areas/972990101",
    "/fr/areas/97299-0101, /fr/areas/972990101",
    "/fr/streets/97299-Rue des Éssais, /fr/streets/97299-rue-des-essais"
  })
  void aCodeTypedInAHurryLeadsThere(String typed, String there) {
    assertThat(web.get().uri(typed)).hasStatus(301).hasRedirectedUrl(there);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fr/areas/000000000",
        "/fr/areas/<script>",
        "/fr/streets/nowhere",
        "/fr/streets/97299-' or 1=1 --"
      })
  void anUnknownCodeGetsHelpNotAFault(String address) {
    assertThat(web.get().uri(address))
        .hasStatus(404)
        .bodyText()
        .contains("/fr/areas\"")
        .doesNotContain("<script>");
  }

  @Test
  void aSecondVisitIsNotSentAgainUntilTheTerritoryChanges() {
    var first = get("/fr/areas/" + TwoNeighbourhoods.WEST);
    assertThat(first).containsHeader("ETag").containsHeader("Last-Modified");
    var tag = Objects.requireNonNull(first.getResponse().getHeader("ETag"));
    assertThat(again(tag)).hasStatus(304);
    city.moveTheBorder(true);
    assertThat(again(tag)).hasStatusOk();
  }

  private MvcTestResult again(String tag) {
    return web.get()
        .uri("/fr/areas/" + TwoNeighbourhoods.WEST)
        .header("If-None-Match", tag)
        .exchange();
  }

  @Test
  void anEmptyTerritorySaysWhatToDo() {
    city.clear();
    assertThat(get("/fr/areas"))
        .hasStatusOk()
        .bodyText()
        .contains("Aucun quartier n’est encore chargé");
  }
}
