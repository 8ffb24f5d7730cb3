package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.foyal.equality.registry.Feeding;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody reads how equal access is, on a small telephone; reads of their own neighbourhood
/// without scripts, contests a figure and follows what becomes of it; prints the page.
@CityTest
class ReadingEqualityTest {
  private static final String NEIGHBOURHOODS = "38";

  @LocalServerPort int port;
  @Autowired Feeding feeding;

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  @Test
  void theCityIsReadAndAFigureOfANeighbourhoodIsContested(Chromium.Running chromium) {
    feeding.feed();
    try (var home = Round.begin(chromium, port)) {
      home.open("/fr/equality?show=learning.nearest-help");
      var tab = home.tab();
      assertThat(tab.locator("table.by-area tbody tr")).hasCount(Integer.parseInt(NEIGHBOURHOODS));
      assertThat(tab.locator("main"))
          .containsText("Connu pour " + NEIGHBOURHOODS + " quartiers sur " + NEIGHBOURHOODS);
      assertThat(tab.locator("#spread")).hasText("Comment c’est partagé");
      assertThat(tab.locator("main")).containsText("fois plus");
      home.lookHere("the city");
      prints(tab);

      var plain = home.plain();
      plain.navigate("http://localhost:" + port + "/fr/equality");
      plain.locator("table.by-area tbody tr a").first().click();
      assertThat(plain.locator("h1")).containsText("L’accès au numérique");
      assertThat(plain.locator("main")).containsText("Ce que nous ne savons pas");
      contests(home, plain);
      assertThat(home.faults()).isEmpty();
    }
  }

  /// On paper stand figures, and nothing that can be pressed.
  private static void prints(Page tab) {
    tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(tab.locator("h1")).isVisible();
    assertThat(tab.locator("table.by-area")).isVisible();
    assertThat(tab.locator("#show")).isHidden();
    assertThat(tab.locator("header nav").first()).isHidden();
    tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private void contests(Round home, Page plain) {
    plain
        .locator("main")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Contester"))
        .click();
    home.open(plain.url().replaceFirst("^https?://[^/]+", ""));
    home.lookHere("contesting a figure");
    plain.locator("#words").fill("L’aide la plus proche a fermé en octobre.");
    press(plain, "Envoyer");
    assertThat(plain.locator("main [role=status]")).isVisible();
    var reference = plain.locator("dl dd strong").nth(0).innerText();
    var code = plain.locator("dl dd strong").nth(1).innerText();
    plain.navigate("http://localhost:" + port + "/fr/follow");
    plain.locator("#reference").fill(reference);
    plain.locator("#code").fill(code);
    press(plain, "Voir ma demande");
    assertThat(plain.locator("main")).containsText(reference);
    assertThat(plain.locator("main")).containsText("L’aide la plus proche a fermé en octobre.");
  }
}
