package org.foyal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The inspection is seen to bite on planted pages.
@ExtendWith(Chromium.class)
class InspectionTest {
  private static final String GOOD =
      """
      <!doctype html><html lang="en"><head><title>Planted</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
      <body><a href="#main">Skip</a><main id="main"><h1>Planted</h1><p>Words.</p></main></body></html>
      """;

  private final Chromium.Running chromium;

  InspectionTest(Chromium.Running chromium) {
    this.chromium = chromium;
  }

  private java.util.List<String> faults(String html) {
    return look(html, Inspection::faults);
  }

  private java.util.List<String> look(
      String html, Function<Inspection, java.util.List<String>> look) {
    try (var telephone = chromium.telephone(true)) {
      var tab = telephone.newPage();
      var inspection = new Inspection(tab);
      tab.route("http://planted.invalid/**", route -> answer(route, html));
      tab.navigate("http://planted.invalid/en/");
      return look.apply(inspection);
    }
  }

  private static void answer(Route route, String html) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(200)
            .setHeaders(
                java.util.Map.of(
                    "Content-Type", "text/html",
                    "Content-Security-Policy", "script-src 'unsafe-eval' 'sha256-planted='"))
            .setBody(html));
  }

  @Test
  void aGoodPageHasNoFault() {
    assertThat(faults(GOOD)).isEmpty();
  }

  @Test
  void aPictureWithoutWordsIsCaught() {
    assertThat(
            faults(
                GOOD.replace("<p>", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><p>")))
        .anyMatch(fault -> fault.contains("image-alt"));
  }

  @Test
  void paleWordsInTheDarkAreCaught() {
    var dark =
        "<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #333 } }</style></head>";
    assertThat(faults(GOOD.replace("</head>", dark)))
        .anyMatch(fault -> fault.contains("dark: color-contrast"))
        .noneMatch(fault -> fault.contains("light: color-contrast"));
  }

  @Test
  void wordsThatAreMissingOrOfAnotherLanguageAreCaught() {
    assertThat(look(GOOD, Inspection::faultsOfWords)).isEmpty();
    assertThat(look(GOOD.replace("Planted</h1>", "</h1>"), Inspection::faultsOfWords))
        .containsExactly("says nothing: <h1></h1>");
    assertThat(
            look(
                GOOD.replace("<p>", "<nav aria-label='x'></nav><nav aria-label='x'></nav><p>"),
                Inspection::faultsOfWords))
        .containsExactly("two landmarks of one name: NAV x");
    assertThat(look(GOOD.replace("<p>", "<p aria-label=''>"), Inspection::faultsOfWords))
        .containsExactly("says nothing: <p aria-label=\"\">Words.</p>");
    assertThat(look(GOOD.replace("lang=\"en\"", "lang=\"fr\""), Inspection::faultsOfWords))
        .containsExactly("says that its language is fr");
  }

  @Test
  void paleWordsAreCaughtEachTimeAlsoBesideWordsOfAKindThatIsGood() {
    assertThat(faults(GOOD)).isEmpty();
    var pale = GOOD.replace("</main>", "<p style='color: #bbb'>Pale.</p></main>");
    for (int i = 0; i < 2; i++) {
      assertThat(faults(pale))
          .anyMatch(fault -> fault.startsWith("axe, light: color-contrast at p"));
    }
  }

  @Test
  void aPageTooWideIsCaughtAsItIsAndZoomed() {
    assertThat(faults(GOOD.replace("<p>", "<p style='width: 500px'>")))
        .anyMatch(fault -> fault.startsWith("scrolls sideways: P"));
    assertThat(faults(GOOD.replace("<p>", "<p style='width: 22rem'>")))
        .anyMatch(fault -> fault.startsWith("scrolls sideways at 200 % zoom: P"));
  }

  @Test
  void anInlineScriptThatThePolicyForbidsIsCaught() {
    assertThat(faults(GOOD.replace("<p>", "<script>document.title = 'x'</script><p>")))
        .anyMatch(fault -> fault.contains("Content Security Policy"));
  }

  @Test
  void aPictureThatIsNotThereIsCaught() {
    try (var telephone = chromium.telephone(true)) {
      Page tab = telephone.newPage();
      var inspection = new Inspection(tab);
      tab.route("**/*", Route::abort);
      tab.setContent(GOOD.replace("<p>", "<img alt='x' src='http://planted.invalid/gone.png'><p>"));
      assertThat(inspection.heard()).isNotEmpty();
    }
  }

  @Test
  void aPageWithoutAWayPastTheHeaderIsCaught() {
    assertThat(faults(GOOD.replace("<a href=\"#main\">Skip</a>", "<a href='/x'>Away</a>")))
        .contains("the first Tab is no link to the content");
  }
}
