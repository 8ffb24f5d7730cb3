package org.foyal.territory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SearchedCity
class SearchDoorsTest {
  @Autowired MockMvcTester web;
  @Autowired CityFixture city;

  @Test
  void withoutScriptTheFormLeadsToAListOfAnswersByKind() throws Exception {
    assertThat(body(page("fr", "")))
        .contains("action=\"/fr/search\"", "name=\"q\"", "href=\"/fr/search\"")
        .containsPattern("87\\d rues");
    assertThat(body(page("fr", "14 rue lamartine")))
        .contains(
            "value=\"14 rue lamartine\"",
            "<h2 id=\"kind-ADDRESS\">Adresses</h2>",
            "href=\"/fr/streets/97209-rue-lamartine\">14 Rue Lamartine</a>");
    assertThat(body(page("en", "terres sainville")))
        .contains("Neighbourhoods and communes", "href=\"/en/areas/972090102\"");
  }

  @Test
  void aNumberThatWeDoNotHaveIsSaid() throws Exception {
    assertThat(body(page("fr", "3 avenue maurice bishop")))
        .contains("nous n’avons pas le numéro 3", ">Avenue Maurice Bishop</a>");
  }

  @Test
  void whenNothingIsFoundThePageHelps() throws Exception {
    assertThat(body(page("fr", "avenue lamartine")))
        .contains(
            "Rien trouvé pour «\u00a0avenue lamartine\u00a0»",
            "Vous cherchiez peut-être",
            ">Rue Lamartine</a>",
            "href=\"/fr/areas\"");
    assertThat(body(page("fr", "zzzzzzzzz")))
        .contains("Rien trouvé", "href=\"/fr/areas\"")
        .doesNotContain("Vous cherchiez peut-être");
  }

  @Test
  void answersThatAreNotShownAreCounted() throws Exception {
    assertThat(body(page("fr", "rue"))).contains("autres réponses ne sont pas montrées");
  }

  @Test
  void theFrontPageCarriesTheSearchFirst() throws Exception {
    assertThat(body(web.get().uri("/fr/").exchange())).contains("action=\"/fr/search\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "';--",
        "%",
        "\u202e",
        "😀",
        "{0}",
        "'"
      })
  void hostileTextsAreShownAsText(String text) throws Exception {
    var result = page("fr", text);
    assertThat(result).hasStatus(200);
    assertThat(body(result)).doesNotContain("<script>alert", "<img src=x");
    assertThat(json(text)).hasStatus(200);
  }

  @Test
  void aVeryLongTextIsReadInPart() throws Exception {
    assertThat(body(page("fr", "rue ".repeat(2_500)))).contains("200 premières lettres");
    assertThat(json("rue ".repeat(2_500))).hasStatus(400);
  }

  @Test
  void programsReadTheSameAnswers() {
    assertThat(json("12 bis rue lamartine"))
        .hasStatusOk()
        .hasContentType("application/json")
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"query": "12 bis rue lamartine", "results": [{
              "kind": "address", "id": "97209-rue-lamartine", "name": "Rue Lamartine",
              "commune": "Fort-de-France", "position": {"latitude": 14.61, "longitude": -61.08},
              "path": "/streets/97209-rue-lamartine", "match": "exact",
              "number": "12bis", "numberKnown": true}, {"id": "97213-rue-lamartine"}]}
            """);
  }

  @Test
  void programsReadWhatComesNear() {
    assertThat(json("avenue lamartine"))
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"total\": 0, \"results\": [], \"near\": [{\"name\": \"Rue Lamartine\"}, {}]}");
  }

  @Test
  void anAnswerIsNotSentTwiceUntilTheTerritoryChanges() {
    var first = json("lamartine");
    var tag = Objects.requireNonNull(first.getResponse().getHeader("ETag"));
    assertThat(first.getResponse().getHeader("Cache-Control")).contains("max-age=60");
    assertThat(again(tag)).hasStatus(304).body().isEmpty();
    city.changed(city.beginImport("STREETS"));
    assertThat(again(tag)).hasStatusOk();
  }

  private MvcTestResult again(String tag) {
    return web.get()
        .uri("/api/search")
        .param("q", "lamartine")
        .header("If-None-Match", tag)
        .exchange();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=",
        "q=%20%09",
        "limit=3",
        "q=rue&limit=0",
        "q=rue&limit=51",
        "q=rue&limit=x",
        "q=rue&limit=-1",
        "q=rue&limit=99999999999"
      })
  void aBadQuestionGetsAProblemThatSaysWhatToDo(String query) {
    var result =
        web.get()
            .uri(URI.create("/api/search?" + query))
            .header("Accept-Language", "fr")
            .exchange();
    assertThat(result).hasStatus(400).hasContentType("application/problem+json");
    assertThat(result).bodyJson().extractingPath("$.detail").asString().contains("paramètre");
  }

  private MvcTestResult page(String language, String q) {
    return web.get().uri("/" + language + "/search").param("q", q).exchange();
  }

  private MvcTestResult json(String q) {
    return web.get().uri("/api/search").param("q", q).exchange();
  }

  private static String body(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString();
  }
}
