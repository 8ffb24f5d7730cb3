package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Somebody without scripts looks for help near their street; a mediator brings a file in, corrects
/// a place, and it is what people read.
@CityTest
class FindingHelpTest {
  @LocalServerPort int port;

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  @Test
  void somebodyFindsTheNearestPlaceWithoutScripts(Chromium.Running chromium) {
    try (var home = Round.begin(chromium, port)) {
      var tab = home.plain();
      home.open("/fr/");
      tab.navigate("http://localhost:" + port + "/fr/places");
      tab.locator("#q").fill("Volga");
      press(tab, "Voir les lieux");
      assertThat(tab.locator("main .history li").first()).containsText("Volga Plage");
      assertThat(tab.locator("main .history li").first()).containsText("min à pied");
      tab.locator("main .history a").first().click();
      assertThat(tab.locator("h1")).containsText("Volga Plage");
      assertThat(tab.locator("main")).containsText("Horaires non connus");
      home.open("/fr/places?q=Volga&free=yes&open=yes");
      home.lookHere("places that may have it");
      assertThat(home.faults()).isEmpty();
    }
  }

  @Test
  void aMediatorBringsAFileInAndCorrectsAPlace(Chromium.Running chromium) {
    try (var desk = Round.begin(chromium, port)) {
      var tab = desk.tab();
      var name = "Lieu " + UUID.randomUUID();
      var file =
          """
          id,pivot,nom,commune,code_postal,adresse,date_maj,horaires,telephone
          %s,43493312300029,%s,Essai,97200,1 rue des Essais,2026-05-22,24/7,0596600000
          %s,1,Rien,,,,,,
          """
              .formatted(UUID.randomUUID(), name, UUID.randomUUID());
      desk.tryAs("mediator");
      desk.open("/fr/staff/learning/places/import");
      tab.locator("#file")
          .setInputFiles(
              new FilePayload("lieux.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
      press(tab, "Voir ce qui changerait");
      desk.lookHere("the trial of a file of places");
      press(tab, "Appliquer");
      desk.lookHere("a file of places that is in");
      correct(desk, name);
      assertThat(desk.faults()).isEmpty();
    }
  }

  private static void correct(Round desk, String name) {
    var tab = desk.tab();
    desk.open("/fr/staff/learning/places");
    tab.locator("main").getByText(name).first().click();
    tab.locator("#telephone").fill("douze");
    press(tab, "Enregistrer");
    desk.forgive(); // the console says 422
    desk.lookHere("a place with a fault");
    tab.locator("#telephone").fill("0596 60 00 09");
    press(tab, "Voir avant d’enregistrer");
    desk.lookHere("the preview of a place");
    press(tab, "Enregistrer");
    tab.locator("main").getByText("Page publique").first().click();
    assertThat(tab.locator("main")).containsText("Ouvert jour et nuit");
    assertThat(tab.locator("main a[href^='tel:']")).containsText("0596");
    desk.lookHere("a place that never closes");
  }
}
