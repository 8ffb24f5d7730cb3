package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.foyal.things.Station;
import org.foyal.things.alerts.ThingAlerts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An agent says when to be told of an object, and answers for what it reports.
@CityTest
class AnsweringAnAlertTest {
  @LocalServerPort int port;
  @Autowired ThingAlerts alerts;
  @Autowired JdbcClient sql;

  private static void press(Locator within, String words) {
    within
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  private static void fill(Locator within, String label, String text) {
    within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(text);
  }

  /// The one card of several that holds these words.
  private static Locator card(Page tab, String words) {
    return tab.locator("main article.card", new Page.LocatorOptions().setHasText(words));
  }

  @Test
  void aRuleIsWrittenAnAlertIsSeenAndARuleRests(Chromium.Running chromium) {
    try (var desk = Round.begin(chromium, port)) {
      var station = Station.of(sql, "Sonde du canal", true);
      desk.tryAs("agent");
      desk.open("/fr/staff/things/rules");
      desk.lookHere("no rule yet");
      var tab = desk.tab();
      var added = tab.locator("main form").last();
      fill(added, "Nom de la règle", "Eau trop haute au canal");
      fill(added, "Numéro de la série de mesures", "" + station.datastream());
      fill(added, "Seuil", "80");
      press(added, "Enregistrer");
      assertThat(card(tab, "Sonde du canal")).containsText("Eau trop haute au canal");
      desk.lookHere("a rule");
      station.reads(Instant.now().minusSeconds(30), 95.0);
      alerts.heard(List.of(station.datastream()));
      desk.open("/fr/staff/things/alerts");
      assertThat(card(tab, "Sonde du canal")).containsText("Eau trop haute au canal");
      desk.lookHere("an open alert");
      card(tab, "Sonde du canal").getByLabel("Une note pour vos collègues").fill("J’y vais.");
      press(card(tab, "Sonde du canal"), "J’ai vu");
      assertThat(card(tab, "Sonde du canal")).containsText("J’y vais.");
      desk.lookHere("an alert that was seen");
      desk.open("/fr/staff/things/rules");
      var rule = card(tab, "Sonde du canal");
      rule.locator("summary", new Locator.LocatorOptions().setHasText("Maintenance")).click();
      fill(rule, "Du", "2999-01-01T08:00");
      fill(rule, "Au", "2999-01-01T12:00");
      press(rule, "Mettre en pause");
      assertThat(tab.locator("main")).containsText("Finir la pause");
      desk.lookHere("maintenance");
      assertThat(desk.faults()).isEmpty();
    }
  }
}
