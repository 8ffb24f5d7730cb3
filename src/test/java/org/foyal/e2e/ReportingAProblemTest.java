package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A resident reports a dark street lamp on a small telephone, an agent answers, and it is not
/// settled; all without scripts, each page as every page must be.
@CityTest
class ReportingAProblemTest {
  @LocalServerPort int port;

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(
            AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  private static FilePayload picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return new FilePayload("lampadaire.jpg", "image/jpeg", out.toByteArray());
  }

  @Test
  void aResidentReportsAnAgentAnswersAndItIsNotSettled(Chromium.Running chromium) throws Exception {
    try (var home = Round.begin(chromium, port);
        var desk = Round.begin(chromium, port)) {
      var keys = report(home);
      home.open("/fr/reports/" + keys.reference());
      home.lookHere("a report that waits to be read");
      answer(desk, keys);
      goOn(home.plain(), keys);
      home.open("/fr/follow/" + keys.reference() + "/" + keys.code());
      home.lookHere("one’s own case");
      home.open("/fr/reports/" + keys.reference());
      assertThat(home.tab().locator("main img")).hasCount(1);
      home.lookHere("a report that is shown");
      assertThat(home.faults()).isEmpty();
      assertThat(desk.faults()).isEmpty();
    }
  }

  private record Keys(String reference, String code) {}

  /// What, where, details, without scripts.
  private Keys report(Round home) throws IOException {
    var tab = home.plain();
    tab.navigate("http://localhost:" + port + "/fr/report?q=lampe");
    tab.locator("main").getByText("Lampadaire éteint ou cassé").click();
    tab.locator("#street").fill("victor hugo");
    press(tab, "Chercher");
    tab.locator("main ul.plain a").first().click();
    tab.locator("#words").fill("Il fait noir devant l’école.");
    tab.locator("#photo").setInputFiles(picture());
    press(tab, "Envoyer");
    assertThat(tab.locator("h1")).hasText("C’est envoyé");
    return new Keys(
        tab.locator("dl dd strong").nth(0).innerText(),
        tab.locator("dl dd strong").nth(1).innerText());
  }

  /// An agent closes the case and shows the words.
  private static void answer(Round desk, Keys keys) {
    desk.tryAs("agent");
    desk.open("/fr/staff/cases/" + keys.reference());
    desk.lookHere("a case at the desk");
    var agent = desk.tab();
    agent.locator("input[name=state][value=CLOSED]").check();
    agent.locator("#outcome").selectOption("DONE");
    agent.locator("#move-words").fill("L’ampoule est changée.");
    press(agent, "Enregistrer");
    assertThat(agent.locator(".done")).containsText("Vous pouvez l’annuler");
    desk.lookHere("a case that was closed");
    desk.open("/fr/staff/requests/" + keys.reference());
    press(agent, "Montrer à tous");
    desk.lookHere("the words of a report");
  }

  /// The code opens the case; it is not settled.
  private void goOn(Page tab, Keys keys) {
    tab.navigate("http://localhost:" + port + "/fr/follow");
    tab.locator("#reference")
        .fill(keys.reference().toLowerCase(java.util.Locale.ROOT).replace("-", " "));
    tab.locator("#code").fill(keys.code());
    press(tab, "Voir ma demande");
    assertThat(tab.locator("main")).containsText("L’ampoule est changée.");
    tab.locator("#words").fill("Il s’éteint encore.");
    press(tab, "Ce n’est pas réglé");
    assertThat(tab.locator("main")).containsText("continue la demande " + keys.reference());
  }
}
