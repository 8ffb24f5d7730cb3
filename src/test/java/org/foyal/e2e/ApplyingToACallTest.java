package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody with an idea applies on a small telephone, without scripts; comes back by the reference
/// and the code; is reviewed by somebody without a stake, and decided.
@CityTest
class ApplyingToACallTest {
  private static final String CALL = "exemple-jeunes-idees";

  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private record Keys(String reference, String code) {}

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  @Test
  void anIdeaIsAppliedForResumedReviewedAndDecided(Chromium.Running chromium) {
    try (var home = Round.begin(chromium, port);
        var desk = Round.begin(chromium, port);
        var admin = Round.begin(chromium, port)) {
      home.open("/fr/calls/" + CALL + "?in=es");
      assertThat(home.tab().locator("h1")).hasText("Ideas jóvenes para la ciudad (ejemplo)");
      home.lookHere("a call in Spanish");
      for (var page :
          List.of(
              "/calls", "/calls/" + CALL + "/apply", "/applications", "/directory/join?in=es")) {
        home.open("/fr" + page);
        home.lookHere(page);
      }
      var title = "Un four " + UUID.randomUUID();
      var keys = begin(home.plain());
      resume(home.plain(), keys, title);
      review(desk, keys);
      closeTheCall(true);
      decide(admin, keys);
      closeTheCall(false);
      look(home.plain(), keys);
      steps(home);
      home.open("/fr/calls/funded");
      assertThat(home.tab().locator("main")).containsText(title);
      home.lookHere("what was funded");
      assertThat(home.faults()).isEmpty();
      assertThat(desk.faults()).isEmpty();
      assertThat(admin.faults()).isEmpty();
    }
  }

  private Keys begin(Page tab) {
    tab.navigate(at("/fr/calls/" + CALL + "/apply"));
    press(tab, "Commencer");
    assertThat(tab.locator("h1")).hasText("Votre dossier est commencé");
    return new Keys(
        tab.locator("dl dd strong").nth(0).innerText(),
        tab.locator("dl dd strong").nth(1).innerText());
  }

  private void resume(Page tab, Keys keys, String title) {
    tab.navigate(at("/fr/applications"));
    tab.locator("#reference").fill(keys.reference());
    tab.locator("#code").fill(keys.code());
    press(tab, "Ouvrir");
    tab.locator("input[name=holder][value=PERSON]").check();
    tab.locator("#name").fill("Ana Essai");
    tab.locator("input[name=origin][value=CITY]").check();
    tab.locator("#born").fill("1950");
    tab.locator("#phone").fill("0696 00 00 01 " + UUID.randomUUID().toString().substring(0, 8));
    press(tab, "Enregistrer et continuer");
    assertThat(tab.locator("main")).containsText("pas rempli");
    press(tab, "Qui vous êtes");
    tab.locator("#born").fill("2004");
    press(tab, "Enregistrer et continuer");
    assertThat(tab.locator("main")).not().containsText("pas rempli");
    tab.locator("#title").fill(title);
    tab.locator("#summary").fill("Du pain pour le quartier.");
    tab.locator("#euros").fill("2 500");
    tab.locator("input[name=shows]").check();
    press(tab, "Enregistrer et continuer");
    for (int i = 1; i <= 3; i++) {
      tab.locator("#answer" + i).fill("Réponse " + i);
    }
    press(tab, "Enregistrer et continuer");
    press(tab, "Vérifier et envoyer");
    press(tab, "Envoyer mon dossier");
    assertThat(tab.locator(".done")).containsText("Votre dossier est envoyé");
  }

  private static void review(Round desk, Keys keys) {
    desk.tryAs("agent");
    desk.open("/fr/staff/reviews");
    desk.lookHere("what I review");
    desk.open("/fr/staff/reviews/" + keys.reference());
    var tab = desk.tab();
    assertThat(tab.locator("main")).not().containsText("Du pain pour le quartier.");
    desk.lookHere("an application before the declaration");
    tab.locator("input[name=conflict][value=no]").check();
    press(tab, "Déclarer");
    assertThat(tab.locator("main")).containsText("Du pain pour le quartier.");
    desk.lookHere("an application to review");
    for (int i = 1; i <= 3; i++) {
      tab.locator("#points" + i).selectOption("4");
      tab.locator("#reason" + i).fill("Clair");
    }
    press(tab, "Rendre mes notes");
    assertThat(tab.locator("main")).containsText("Vos notes sont rendues");
    desk.lookHere("points that are in");
  }

  /// Lets the deadline pass, and puts it back for the other journeys of this city.
  private void closeTheCall(boolean over) {
    sql.sql(
            over
                ? "update innovation.call set closes_at = closes_at - interval '61 days' where code = :c"
                : "update innovation.call set closes_at = closes_at + interval '61 days' where code = :c")
        .param("c", CALL)
        .update();
  }

  private static void decide(Round admin, Keys keys) {
    admin.tryAs("admin");
    admin.open("/fr/staff/calls/" + CALL + "/applications");
    admin.lookHere("what was sent");
    admin.open("/fr/staff/applications/" + keys.reference());
    admin.lookHere("an application to decide");
    var tab = admin.tab();
    tab.locator("input[name=decision][value=funded]").check();
    tab.locator("#euros").fill("2000");
    tab.locator("#reasonsFr").fill("Utile et faisable.");
    press(tab, "Décider et écrire à la personne");
    assertThat(tab.locator(".done")).isVisible();
    tab.locator("#words").fill("Premier pain");
    tab.locator("#due").fill("2099-01-31");
    tab.locator("#link").fill("/workshops");
    press(tab, "Ajouter l’étape");
    admin.lookHere("a funded project with its milestones");
    for (var page :
        List.of("/calls/" + CALL, "/calls/new", "/calls", "/calls/counter", "/directory")) {
      admin.open("/fr/staff" + page);
      admin.lookHere(page);
    }
  }

  /// Each step of a draft, looked at.
  private void steps(Round home) {
    var keys = begin(home.plain());
    home.open("/fr/applications/" + keys.reference() + "/" + keys.code());
    for (var step :
        List.of("Qui vous êtes", "Votre projet", "Vos réponses", "Pièces", "Vérifier et envoyer")) {
      press(home.tab(), step);
      home.lookHere(step);
    }
  }

  private void look(Page tab, Keys keys) {
    tab.navigate(at("/fr/applications"));
    tab.locator("#reference").fill(keys.reference());
    tab.locator("#code").fill(keys.code());
    press(tab, "Ouvrir");
    assertThat(tab.locator("main")).containsText("Le projet est financé.");
    assertThat(tab.locator("main")).containsText("Utile et faisable.");
  }
}
