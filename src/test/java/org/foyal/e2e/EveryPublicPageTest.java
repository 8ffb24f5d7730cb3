package org.foyal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
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

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void servesEverybody(String language, Chromium.Running chromium) {
    var faults = new ArrayList<String>();
    try (var telephone = chromium.telephone(true);
        var withoutScripts = chromium.telephone(false)) {
      var tab = telephone.newPage();
      var inspection = new Inspection(tab);
      var plain = withoutScripts.newPage();
      var seen =
          Crawl.from(
              "/" + language + "/",
              address -> {
                var links = look(tab, inspection, address, faults);
                sameWithoutScripts(tab, plain, address, faults);
                return links;
              });
      System.out.println("public pages: " + seen);
      assertThat(seen).as("pages seen").hasSizeGreaterThan(1);
    }
    assertThat(faults).isEmpty();
  }

  /// Files offered for download, and doors that ask for a sign-in, are no public pages.
  private List<String> look(Page tab, Inspection inspection, String address, List<String> faults) {
    var answer = tab.navigate("http://localhost:" + port + address);
    if (answer == null || answer.status() != 200) {
      faults.add(address + " answers " + (answer == null ? "nothing" : answer.status()));
      inspection.heard();
      return List.of();
    }
    inspection.faults().forEach(fault -> faults.add(address + " " + fault));
    return links(tab);
  }

  private static void sameWithoutScripts(
      Page tab, Page plain, String address, List<String> faults) {
    plain.navigate(tab.url());
    var heading = tab.locator("h1").allInnerTexts();
    var plainHeading = plain.locator("h1").allInnerTexts();
    if (heading.size() != 1 || !heading.equals(plainHeading)) {
      faults.add(address + " without scripts: " + plainHeading + ", with them: " + heading);
    }
  }

  private static List<String> links(Page tab) {
    var found =
        tab.evaluate(
            """
            () => [...document.querySelectorAll('a[href]:not([download])')]
              .filter(a => a.origin === location.origin && !/\\/staff(\\/|$)/.test(a.pathname))
              .map(a => a.pathname + a.search)
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  @Test
  void aPlantedPageThatOnlyWorksWithScriptsIsCaught(Chromium.Running chromium) {
    var html =
        """
        <!doctype html><html lang="en"><head><title>x</title></head>
        <body><h1></h1><script>document.querySelector('h1').textContent = 'Hello'</script></body></html>
        """;
    var faults = new ArrayList<String>();
    try (var telephone = chromium.telephone(true);
        var withoutScripts = chromium.telephone(false)) {
      var tab = telephone.newPage();
      var plain = withoutScripts.newPage();
      for (var each : List.of(tab, plain)) {
        each.route(
            "http://planted.invalid/**",
            route ->
                route.fulfill(
                    new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody(html)));
      }
      tab.navigate("http://planted.invalid/");
      sameWithoutScripts(tab, plain, "/", faults);
    }
    assertThat(faults).hasSize(1);
  }

  @Test
  void aPlantedDeadLinkIsCaught(Chromium.Running chromium) {
    var faults = new ArrayList<String>();
    try (var telephone = chromium.telephone(true)) {
      var tab = telephone.newPage();
      look(tab, new Inspection(tab), "/fr/planted-dead-link", faults);
    }
    assertThat(faults).containsExactly("/fr/planted-dead-link answers 404");
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
