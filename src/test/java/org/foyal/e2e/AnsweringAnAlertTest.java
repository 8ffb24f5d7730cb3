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

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  @Test
  void aRuleIsWrittenAnAlertIsSeenAndARuleRests(Chromium.Running chromium) {
    try (var desk = Round.begin(chromium, port)) {
      var station = Station.of(sql, "Sonde du canal", true);
      desk.tryAs("agent");
      desk.open("/fr/staff/things/rules");
      desk.lookHere("no rule yet");
      var tab = desk.tab();
      tab.getByLabel("Nom de la règle").fill("Eau trop haute au canal");
      tab.getByLabel("Numéro de la série de mesures").fill("" + station.datastream());
      tab.getByLabel("Seuil").fill("80");
      press(tab, "Enregistrer");
      assertThat(tab.locator("h2").first()).containsText("Eau trop haute au canal");
      desk.lookHere("a rule");
      station.reads(Instant.now().minusSeconds(30), 95.0);
      alerts.heard(List.of(station.datastream()));
      desk.open("/fr/staff/things/alerts");
      assertThat(tab.locator("main")).containsText("Sonde du canal");
      desk.lookHere("an open alert");
      tab.getByLabel("Une note pour vos collègues").fill("J’y vais.");
      press(tab, "J’ai vu");
      assertThat(tab.locator("main")).containsText("J’y vais.");
      desk.lookHere("an alert that was seen");
      desk.open("/fr/staff/things/rules");
      tab.locator("summary", new Page.LocatorOptions().setHasText("Maintenance")).first().click();
      tab.getByLabel("Du", new Page.GetByLabelOptions().setExact(true)).fill("2999-01-01T08:00");
      tab.getByLabel("Au", new Page.GetByLabelOptions().setExact(true)).fill("2999-01-01T12:00");
      press(tab, "Mettre en pause");
      assertThat(tab.locator("main")).containsText("Finir la pause");
      desk.lookHere("maintenance");
      assertThat(desk.faults()).isEmpty();
    }
  }
}
