package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Draft;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Draft.Wish;
import org.foyal.learning.enrolment.Enrolments;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two people want the last seat of a workshop, on small telephones without scripts: one has it,
/// the other waits, is offered it when it is free, and is on the mediator's list.
@CityTest
class ComingToAWorkshopTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/\\S+");

  @LocalServerPort int port;
  @Autowired Enrolments enrolments;
  @Autowired Attendance attendance;
  @Autowired JdbcClient sql;

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  private record Keys(String reference, String code) {}

  @Test
  void theLastSeatGoesToTheFirstAndThenToWhoeverWaits(Chromium.Running chromium) {
    try (var first = Round.begin(chromium, port);
        var second = Round.begin(chromium, port);
        var desk = Round.begin(chromium, port)) {
      var session = sessionWithOneSeat();
      var ana = join(first.plain(), session, "Ana", "phone", "0696 00 00 00");
      assertThat(first.plain().locator("h1")).hasText("Vous avez une place");
      var address = "waits-" + UUID.randomUUID() + "@example.org";
      var max = join(second.plain(), session, "Max", "email", address);
      assertThat(second.plain().locator("h1")).hasText("Vous êtes sur la liste d’attente");
      stayAway(first.plain(), ana);
      take(second.plain(), address);
      second.open("/fr/workshops/" + session + "/join");
      second.lookHere("the form to join");
      second.open("/fr/workshops/mine/" + max.reference() + "/" + max.code());
      second.lookHere("my place");
      desk.tryAs("mediator");
      desk.open("/fr/staff/learning/sessions/" + session + "/people");
      assertThat(desk.tab().locator("main")).containsText("Max");
      assertThat(desk.tab().locator("table.cards tr", new Page.LocatorOptions().setHasText("Ana")))
          .containsText("Annulée par la personne");
      desk.lookHere("who comes");
      assertThat(second.faults()).isEmpty();
      assertThat(desk.faults()).isEmpty();
    }
  }

  /// An example session of which all seats but one are taken.
  private UUID sessionWithOneSeat() {
    var session =
        sql.sql(
                """
                select id from learning.session
                where state = 'PLANNED' and reserved_percent = 0
                  and starts_at > now() + interval '9 days'
                order by starts_at, id limit 1
                """)
            .query(UUID.class)
            .single();
    while (attendance.left(Set.of(session)).getOrDefault(session, 0) > 1) {
      enrolments.enrol(
          new Draft(
              UUID.randomUUID(),
              session,
              new Person(
                  "Exemple",
                  Optional.of("comes-" + UUID.randomUUID() + "@example.org"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Language.FR),
              new Wish(false, Set.of()),
              Channel.WEB,
              null));
    }
    return session;
  }

  /// From the page of the session to a reference and a code.
  private Keys join(Page tab, UUID session, String name, String by, String at) {
    tab.navigate("http://localhost:" + port + "/fr/workshops/" + session);
    tab.locator("main .actions a.button").first().click();
    tab.locator("#name").fill(name);
    tab.locator("#" + by).fill(at);
    press(tab, "Envoyer mon inscription");
    return new Keys(
        tab.locator(".done + dl dd strong").nth(0).innerText(),
        tab.locator(".done + dl dd strong").nth(1).innerText());
  }

  private void stayAway(Page tab, Keys keys) {
    tab.navigate("http://localhost:" + port + "/fr/workshops/mine");
    tab.locator("#reference").fill(keys.reference());
    tab.locator("#code").fill(keys.code());
    press(tab, "Voir");
    tab.locator("summary").first().click();
    tab.locator("input[name=reason]").first().check();
    press(tab, "Annuler mon inscription");
    assertThat(tab.locator(".done")).isVisible();
  }

  /// Follows the link of the letter that offers the seat.
  private void take(Page tab, String address) {
    var body =
        sql.sql("select body from post.letter where address = :address order by id desc limit 1")
            .param("address", address)
            .query(String.class)
            .single();
    var link = LINK.matcher(body);
    assertThat(link.find()).as(body).isTrue();
    tab.navigate(link.group());
    press(tab, "Je prends la place");
    assertThat(tab.locator("main")).containsText("Place confirmée");
  }
}
