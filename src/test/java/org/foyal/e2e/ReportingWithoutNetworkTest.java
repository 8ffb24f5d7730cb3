package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The network goes away in the middle of a report: it is kept on the telephone and leaves by
/// itself.
@CityTest
class ReportingWithoutNetworkTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private void open(Page tab) {
    tab.navigate("http://localhost:" + port + "/fr/report/eclairage?place=place+du+march%C3%A9");
  }

  private static void send(Page tab, String words) {
    tab.locator("#words").fill(words);
    tab.locator("main")
        .getByRole(
            AriaRole.BUTTON,
            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Envoyer"))
        .click();
  }

  private int filed(String words) {
    return sql.sql("select count(*) from requests.report where words = :words")
        .param("words", words)
        .query(Integer.class)
        .single();
  }

  @Test
  void aReportLeavesByItselfWhenTheNetworkIsBack(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      context.setOffline(true);
      send(tab, "Le réseau est parti.");
      assertThat(tab.locator("form [role=status]")).containsText("gardé sur ce téléphone");
      org.assertj.core.api.Assertions.assertThat(filed("Le réseau est parti.")).isZero();
      context.setOffline(false);
      assertThat(tab.locator("h1")).hasText("C’est envoyé");
      assertThat(tab.locator("h1")).isFocused();
      org.assertj.core.api.Assertions.assertThat(filed("Le réseau est parti.")).isOne();
    }
  }

  @Test
  void aKeptReportLeavesWhenThePageIsOpenedAgainAndOnce(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      context.setOffline(true);
      send(tab, "Le téléphone a été éteint.");
      assertThat(tab.locator("form [role=status]")).containsText("gardé sur ce téléphone");
      tab.close();
      context.setOffline(false);
      var later = context.newPage();
      later.navigate("http://localhost:" + port + "/fr/report");
      assertThat(later.locator("h1")).hasText("C’est envoyé");
      later.navigate("http://localhost:" + port + "/fr/report");
      assertThat(later.locator("h1")).hasText("Signaler un problème");
      org.assertj.core.api.Assertions.assertThat(filed("Le téléphone a été éteint.")).isOne();
    }
  }

  @Test
  void withTheNetworkThereWhatIsWrongIsToldAndThePicturesChosenStay(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      tab.locator("#phone").fill("abc");
      send(tab, "Un numéro qui n’en est pas un.");
      assertThat(tab.locator("#phone-error")).isVisible();
      assertThat(tab.locator("#words")).hasValue("Un numéro qui n’en est pas un.");
      tab.locator("#phone").fill("0696 12 34 56");
      send(tab, "Un numéro qui en est un.");
      assertThat(tab.locator("h1")).hasText("C’est envoyé");
    }
  }
}
