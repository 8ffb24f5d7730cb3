package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A mediator on a telephone notes what they did, and acts for somebody under a mandate that the
/// person sees and ends.
@CityTest
class HelpingAPersonTest {
  @LocalServerPort int port;

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  private static void tap(Page tab, String words) {
    tab.locator("main label.choice", new Page.LocatorOptions().setHasText(words)).first().click();
  }

  /// With the place of last time the usual record is a duration, a theme and the button.
  @Test
  void aUsualRecordTakesThreeTaps(Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      var tab = round.plain();
      round.tryAs("mediator");
      tab.navigate("http://localhost:" + port + "/fr/staff/learning/activities/new");
      tap(tab, "45 min");
      tap(tab, "Réseaux sociaux");
      press(tab, "Enregistrer");
      assertThat(tab.locator("main")).containsText("C’est enregistré");
      assertThat(tab.locator(".history li").first()).containsText("Réseaux sociaux");
      round.open("/fr/staff/learning/activities/new?kind=collectif");
      round.tab().locator("#total").fill("0");
      press(round.tab(), "Enregistrer");
      round.forgive(); // the console says 422
      round.lookHere("a record with faults");
      assertThat(round.faults()).isEmpty();
    }
  }

  @Test
  void aMandateIsReadMadeSeenAndEnded(Chromium.Running chromium) {
    var person = "Test " + UUID.randomUUID();
    try (var desk = Round.begin(chromium, port);
        var home = Round.begin(chromium, port)) {
      var tab = desk.tab();
      desk.tryAs("mediator");
      desk.open("/fr/staff/helping/new");
      tab.locator("#person").fill(person);
      tap(tab, "Signaler un problème");
      press(tab, "Voir ce que la personne accepte");
      desk.lookHere("what the person says yes to");
      tap(tab, "de vive voix");
      press(tab, "La personne dit oui");
      desk.lookHere("the card");
      var signs = tab.locator("dd strong").allInnerTexts();
      home.open("/fr/mandates/" + signs.get(0) + "/" + signs.get(1));
      home.lookHere("my mandate");
      assertThat(home.tab().locator("main")).containsText(person);
      press(home.tab(), "Arrêter le mandat maintenant");
      home.lookHere("my mandate, ended");
      assertThat(home.tab().locator("main")).containsText("C’est arrêté");
      assertThat(desk.faults()).isEmpty();
      assertThat(home.faults()).isEmpty();
    }
  }
}
