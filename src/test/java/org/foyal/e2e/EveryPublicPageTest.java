package org.foyal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every public page of the house, found by following links as people do, in each language.
@CityTest
class EveryPublicPageTest {
  @LocalServerPort int port;

  /// Doors that ask for a sign-in are no public pages.
  private static final String PUBLIC = "^(?!.*/staff(/|$))";

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void servesEverybody(String language, Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      var seen = Crawl.from("/" + language + "/", address -> visit(round, language, address));
      System.out.println("public pages: " + seen);
      assertThat(seen).as("pages seen").hasSizeGreaterThan(1);
      assertThat(round.faults()).isEmpty();
    }
  }

  /// Each page is looked at in French, and in one of the other languages; in the third it opens.
  private static List<String> visit(Round round, String language, String address) {
    return language.equals("fr")
        ? round.look(address, PUBLIC)
        : Crawl.isTurnOf(language, address)
            ? round.read(address, PUBLIC)
            : round.pass(address, PUBLIC);
  }

  @Test
  void aPlantedPageThatOnlyWorksWithScriptsIsCaught(Chromium.Running chromium) {
    var html =
        """
        <!doctype html><html lang="en"><head><title>x</title></head>
        <body><h1></h1><script>document.querySelector('h1').textContent = 'Hello'</script></body></html>
        """;
    try (var round = Round.begin(chromium, port)) {
      for (var each : List.of(round.tab(), round.plain())) {
        each.route(
            "**/fr/planted",
            route ->
                route.fulfill(
                    new Route.FulfillOptions().setContentType("text/html").setBody(html)));
      }
      round.open("/fr/planted");
      round.sameWithoutScripts("/fr/planted");
      assertThat(round.faults()).hasSize(1);
    }
  }

  @Test
  void aPlantedDeadLinkIsCaught(Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      round.look("/fr/planted-dead-link", PUBLIC);
      assertThat(round.faults()).containsExactly("/fr/planted-dead-link answers 404");
    }
  }

  @Test
  void oneSampleOfEachKindOfPageIsVisitedAndTheCrawlStaysBelowItsLanguage() {
    var site =
        Map.of(
            "/fr/", List.of("/fr/areas", "/en/", "/data/x.csv", "/fr/#top"),
            "/fr/areas", List.of("/fr/areas/751010101", "/fr/areas/751010102", "/fr/areas?page=2"),
            "/fr/areas?page=2", List.of("/fr/areas?page=3", "/fr/areas/751019999"));
    assertThat(Crawl.from("/fr/", address -> site.getOrDefault(address, List.of())))
        .containsExactly("/fr/", "/fr/areas", "/fr/areas/751010101", "/fr/areas?page=2");
  }
}
