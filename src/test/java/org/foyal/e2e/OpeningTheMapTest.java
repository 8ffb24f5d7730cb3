package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A person opens the map that moves, finds a neighbourhood on it, and goes to its page.
@CityTest
class OpeningTheMapTest {
  private static final String CENTRE = "972090101";

  @LocalServerPort int port;

  @Test
  void theMapOpensWhenAskedAndNotBefore(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      var tab = telephone.newPage();
      var inspection = new Inspection(tab);
      tab.navigate(address("/fr/map"));
      assertThat(tab.locator("script[src*=leaflet]")).hasCount(0);
      var live = open(tab);
      assertThat(live).isFocused();
      assertThat(live.locator("img.leaflet-tile-loaded").first()).isVisible();
      assertThat(tab.getByText("© les contributeurs OpenStreetMap").first()).isVisible();
      assertThat(inspection.axe("light")).isEmpty();
      tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(live.locator("img[src*='/dark/'].leaflet-tile-loaded").first()).isVisible();
      assertThat(inspection.axe("dark")).isEmpty();
      assertThat(inspection.heard()).isEmpty();
    }
  }

  @Test
  void theNameThatHasTheFocusLightsUpItsArea(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      var tab = telephone.newPage();
      tab.navigate(address("/fr/map"));
      var shapes = open(tab).locator("path[stroke-opacity='0.9']");
      assertThat(shapes).hasCount(0);
      tab.locator("[data-code='" + CENTRE + "']").focus();
      assertThat(shapes).hasCount(1);
      tab.locator("[data-code='972090102']").focus();
      assertThat(shapes).hasCount(1);
    }
  }

  @Test
  void aTouchOnAnAreaLeadsToItsPage(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      var tab = telephone.newPage();
      tab.navigate(address("/fr/map?area=" + CENTRE));
      var shape = open(tab).locator("path[stroke-width='4']");
      assertThat(shape).hasCount(1);
      shape.click();
      tab.waitForURL("**/fr/areas/" + CENTRE);
    }
  }

  @Test
  void anAreaLeadsToItsPlaceOnTheMapWithoutScriptsToo(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(false)) {
      var tab = telephone.newPage();
      tab.navigate(address("/fr/areas/" + CENTRE));
      var name = tab.getByRole(AriaRole.HEADING, heading(1)).innerText();
      tab.getByText("Voir sur la carte").click();
      tab.waitForURL("**/fr/map?area=" + CENTRE);
      assertThat(tab.locator("path.chosen")).hasCount(1);
      assertThat(tab.getByText("Vous regardez : " + name)).isVisible();
      tab.getByText("Plus loin").click();
      assertThat(tab.locator("path.chosen")).hasCount(1);
    }
  }

  private Locator open(Page tab) {
    tab.getByText("Ouvrir la carte interactive").click();
    var live = tab.locator(".map-live");
    assertThat(live.locator("path").first()).isAttached();
    tab.mouse().move(0, 0); // else it lights up what it stands on
    return live;
  }

  private static Page.GetByRoleOptions heading(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
