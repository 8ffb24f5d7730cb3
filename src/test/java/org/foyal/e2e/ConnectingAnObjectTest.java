package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.foyal.things.Sensing;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A maker adds an object, its first observation comes in, and everybody sees it.
@CityTest
class ConnectingAnObjectTest {
  @LocalServerPort int port;

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true))
        .first()
        .click();
  }

  @Test
  void aMakerConnectsAnObjectAndEverybodySeesIt(Chromium.Running chromium) {
    try (var desk = Round.begin(chromium, port)) {
      desk.tryAs("fablab");
      desk.open("/fr/staff/things/new");
      desk.lookHere("what an object is");
      var tab = desk.tab();
      tab.getByLabel("Nom de l’objet").fill("Niveau au pont Abel");
      tab.locator("input[value=water-level]").check();
      press(tab, "Continuer");
      tab.locator("#street").fill("lamartine");
      press(tab, "Chercher");
      desk.lookHere("where an object is");
      press(tab, "Ajouter l’objet");
      desk.lookHere("the key of an object");
      sendTheFirst(tab);
      assertThat(tab.locator("#first")).containsText("La première observation est arrivée.");
      assertThat(tab.locator("#first")).containsText("0,42");
      tab.locator("#first a").click();
      assertThat(tab.locator("h1")).hasText("Niveau au pont Abel");
      assertThat(tab.locator(".facts")).containsText("0,42");
      desk.lookHere("an object that everybody sees");
      assertThat(desk.faults()).isEmpty();
    }
  }

  /// As the code that the page shows does.
  private void sendTheFirst(Page tab) {
    var key = tab.locator("#username").innerText() + ":" + tab.locator("#secret").innerText();
    var number = tab.locator("#first").innerText().replaceAll("(?s).*série numéro (\\d+).*", "$1");
    var told =
        new Sensing(port)
            .send(
                "POST",
                "/Datastreams(" + number + ")/Observations",
                "{\"result\": 0.42}",
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
    assertThat(told.status()).isEqualTo(201);
  }
}
