package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A place is shown by touching the picture of the map, without scripts; what was reported stands
/// on the map for everybody.
@CityTest
class ReportsOnTheMapTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(
            AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  private void reportByTouch(Page tab, String words) {
    tab.navigate("http://localhost:" + port + "/fr/report/eclairage");
    tab.getByText("Montrer l’endroit sur la carte").click();
    press(tab, "Carte");
    assertThat(tab.locator("h1")).hasText("Vos précisions");
    tab.locator("#words").fill(words);
    press(tab, "Envoyer");
    assertThat(tab.locator("h1")).hasText("C’est envoyé");
  }

  @Test
  void aTouchOfThePictureIsAPlaceAndTheReportStandsThere(Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      var tab = round.plain();
      reportByTouch(tab, "Touché sur la carte.");
      var lat =
          sql.sql("select lat from requests.report where words = 'Touché sur la carte.'")
              .query(Double.class)
              .single();
      org.assertj.core.api.Assertions.assertThat(lat).isBetween(14.55, 14.75);
      tab.navigate("http://localhost:" + port + "/fr/reports/map?category=eclairage");
      assertThat(tab.locator("h2#shown")).containsText(Pattern.compile("signalement"));
      assertThat(tab.locator("svg circle").first()).isVisible();
      round.look("/fr/reports/map", "^$");
      round.look("/fr/report/eclairage/map", "^$");
      org.assertj.core.api.Assertions.assertThat(round.faults()).isEqualTo(List.of());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void aTouchIsWhereItIsSeenOnEveryScreen(int width, Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      var tab = round.plain();
      tab.setViewportSize(width, 800);
      tab.navigate(
          "http://localhost:" + port + "/fr/report/eclairage/map?lat=14.61&lon=-61.07&z=15");
      double lat = Double.parseDouble(tab.locator("input[name=lat]").inputValue());
      double lon = Double.parseDouble(tab.locator("input[name=lon]").inputValue());
      tab.locator("input[type=image]")
          .click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(80, 64));
      assertThat(tab.locator("h1")).hasText("Vos précisions");
      // a quarter of the picture to the west and to the north: 240 and 192 of its own pixels
      double degrees = 360 / (256 * Math.pow(2, 15));
      double west = Double.parseDouble(tab.locator("input[name=lon]").inputValue());
      double north = Double.parseDouble(tab.locator("input[name=lat]").inputValue());
      var one = org.assertj.core.data.Offset.offset(4 * degrees);
      org.assertj.core.api.Assertions.assertThat(west).isCloseTo(lon - 240 * degrees, one);
      org.assertj.core.api.Assertions.assertThat(north)
          .isCloseTo(lat + 192 * degrees * Math.cos(Math.toRadians(lat)), one);
    }
  }

  @Test
  void theMapThatMovesShowsThePointsToo(Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      reportByTouch(round.plain(), "Encore une.");
      round.open("/fr/reports/map");
      var tab = round.tab();
      press(tab, "Ouvrir");
      assertThat(tab.locator(".map-layers input[value=points]")).isChecked();
      assertThat(tab.locator(".map-live path.leaflet-interactive").first()).isVisible();
      org.assertj.core.api.Assertions.assertThat(new Inspection(tab).axe("light")).isEmpty();
    }
  }
}
