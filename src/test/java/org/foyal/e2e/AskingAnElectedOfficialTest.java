package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A resident asks an official on a small telephone, without scripts: the link of a letter, an
/// agent who publishes, an answer with a commitment, and what the resident says of it.
@CityTest
class AskingAnElectedOfficialTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/\\S+");

  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  private record Keys(String reference, String code) {}

  @Test
  void aResidentAsksTheOfficialAnswersAndTheResidentSaysWhatItIsWorth(Chromium.Running chromium) {
    try (var home = Round.begin(chromium, port);
        var desk = Round.begin(chromium, port);
        var official = Round.begin(chromium, port)) {
      var keys = ask(home);
      publish(desk, keys);
      answer(official, keys);
      judge(home.plain(), keys);
      home.open("/fr/questions/" + keys.reference());
      assertThat(home.tab().locator("main")).containsText("phrase toute faite");
      home.lookHere("a question that is answered");
      home.open("/fr/elected/exemple-a");
      home.lookHere("an official");
      home.open("/fr/questions/figures");
      home.lookHere("the figures");
      assertThat(home.tab().locator("main")).not().containsText("Élue d’exemple A");
      assertThat(home.faults()).isEmpty();
      assertThat(desk.faults()).isEmpty();
      assertThat(official.faults()).isEmpty();
    }
  }

  /// Whom, in one line, the words, and the link of the letter; without scripts.
  private Keys ask(Round home) {
    var address = "asks-" + UUID.randomUUID() + "@example.org";
    var tab = home.plain();
    tab.navigate("http://localhost:" + port + "/fr/questions/ask");
    tab.locator("#title").fill("Quand la fontaine sera-t-elle réparée ?");
    tab.locator("#to").selectOption("exemple-a");
    press(tab, "Continuer");
    tab.locator("#words").fill("Elle ne coule plus depuis un an.");
    tab.locator("#email").fill(address);
    press(tab, "Envoyer");
    assertThat(tab.locator("h1")).hasText("Regardez vos e-mails");
    tab.navigate(letter(address));
    press(tab, "Envoyer ma question");
    assertThat(tab.locator("h1")).hasText("Votre question est arrivée");
    return new Keys(
        tab.locator("dl dd strong").nth(0).innerText(),
        tab.locator("dl dd strong").nth(1).innerText());
  }

  private String letter(String address) {
    var body =
        sql.sql("select body from post.letter where address = :address order by id limit 1")
            .param("address", address)
            .query(String.class)
            .single();
    var link = LINK.matcher(body);
    if (!link.find()) {
      throw new AssertionError("no link in: " + body);
    }
    return link.group();
  }

  private static void publish(Round desk, Keys keys) {
    desk.tryAs("agent");
    desk.open("/fr/staff/participation/" + keys.reference());
    desk.lookHere("a question to read");
    press(desk.tab(), "Publier");
    assertThat(desk.tab().locator(".done")).isVisible();
  }

  private static void answer(Round official, Keys keys) {
    official.tryAs("elected");
    official.open("/fr/staff/answers");
    official.lookHere("what is asked of me");
    official.open("/fr/staff/answers/" + keys.reference());
    var tab = official.tab();
    tab.locator("#words").fill("Nous étudions la question.");
    tab.locator("input[name=author][value=OFFICE]").check();
    tab.locator("#what1").fill("Réparer la fontaine");
    tab.locator("#due1").fill("2099-01-31");
    press(tab, "Voir avant de publier");
    official.lookHere("an answer before it is published");
    press(tab, "Publier, pour toujours");
    assertThat(tab.locator(".done")).isVisible();
    official.lookHere("an answer that is published");
  }

  private void judge(Page tab, Keys keys) {
    tab.navigate("http://localhost:" + port + "/fr/questions/" + keys.reference());
    assertThat(tab.locator("main")).containsText("Réparer la fontaine");
    tab.locator("summary").first().click();
    tab.locator("#code").fill(keys.code());
    tab.locator("input[name=verdict][value=SET_PHRASE]").check();
    press(tab, "Publier mon avis");
    assertThat(tab.locator(".done")).isVisible();
  }
}
