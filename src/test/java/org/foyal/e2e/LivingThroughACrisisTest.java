package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An administrator throws the switch; residents report on light pages that stand what every page
/// stands; then it is over, and everything is as before.
@CityTest
class LivingThroughACrisisTest {
  private static final String PUBLIC = "^(?!.*/staff(/|$))";
  private static final String STAFF = "/staff(/|$)";

  @LocalServerPort int port;

  @Test
  void fromTheSwitchToTheEnd(Chromium.Running chromium) {
    try (var desk = Round.begin(chromium, port);
        var home = Round.begin(chromium, port)) {
      desk.tryAs("admin");
      begin(desk);
      try {
        for (var address :
            List.of(
                "/fr/",
                "/fr/report",
                "/fr/report/route-coupee",
                "/fr/report/route-coupee?place=march%C3%A9",
                "/fr/report/route-coupee/map",
                "/fr/reports")) {
          home.look(address, PUBLIC);
          assertThat(home.tab().getByText("Cyclone, restez chez vous.").first()).isVisible();
        }
        home.open("/fr/report");
        assertThat(home.tab().getByText("Plus d’eau au robinet")).isVisible();
        assertThat(home.tab().getByText("Graffiti, affiche sauvage")).hasCount(0);
        desk.look("/fr/staff/crisis/categories", STAFF);
      } finally {
        desk.open("/fr/staff/crisis");
        press(desk, "La crise est finie");
      }
      desk.lookHere("the end of a crisis");
      home.open("/fr/report");
      assertThat(home.tab().getByText("Graffiti, affiche sauvage")).isVisible();
      assertThat(home.tab().getByText("Cyclone, restez chez vous.")).hasCount(0);
      assertThat(desk.faults()).isEmpty();
      assertThat(home.faults()).isEmpty();
    }
  }

  private static void begin(Round desk) {
    var tab = desk.tab();
    desk.open("/fr/staff/crisis");
    tab.locator("#reason").fill("vigilance rouge");
    tab.locator("#messageFr").fill("Cyclone, restez chez vous.");
    tab.locator("#numbers").fill("SAMU : 15");
    press(desk, "Voir d’abord");
    desk.lookHere("a crisis before it is declared");
    press(desk, "Passer en crise maintenant");
    desk.lookHere("a crisis");
  }

  private static void press(Round round, String words) {
    round
        .tab()
        .locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }
}
