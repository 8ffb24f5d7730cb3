package org.foyal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.post.subscriptions.Asking;
import org.foyal.post.subscriptions.Subscriptions;
import org.foyal.post.subscriptions.Topic;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Somebody opens the link of a letter, confirms, and leaves again, without scripts.
@HouseTest
@ExtendWith(Chromium.class)
@Import(SubscribingByLetterTest.FormPage.class)
class SubscribingByLetterTest {
  @LocalServerPort int port;
  @Autowired Subscriptions subscriptions;
  @Autowired JdbcClient sql;

  /// The form as another room would show it, alone.
  @Controller
  static class FormPage {
    @GetMapping("/planted-form")
    ModelAndView form() {
      return new ModelAndView("shell/subscribe")
          .addObject("action", "/planted-form")
          .addObject("title", "Travaux")
          .addObject("problem", "Cette adresse n’existe pas.");
    }
  }

  private String link(Language language) {
    var titles =
        Map.of(
            Language.FR, "la convention « Ville numérique » du quartier et de ses places",
            Language.EN, "the agreement",
            Language.GCF, "konvansion-an");
    var address = language.code() + "@example.org";
    assertThat(
            subscriptions.ask(
                address, new Topic("agreement.changes", titles), language, "192.0.2.7"))
        .isEqualTo(Asking.ASKED);
    var text =
        sql.sql("select body from post.letter where address = :a order by id desc limit 1")
            .param("a", address)
            .query(String.class)
            .single();
    var link = Pattern.compile("http://localhost:\\d+(/\\S+)").matcher(text);
    assertThat(link.find()).isTrue();
    return "http://localhost:" + port + link.group(1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void confirmsAndLeavesByTwoButtons(Language language, Chromium.Running chromium) {
    var faults = new ArrayList<String>();
    try (var telephone = chromium.telephone(true)) {
      var tab = telephone.newPage();
      var inspection = new Inspection(tab);
      tab.navigate(link(language));
      faults.addAll(inspection.faults());
      tab.locator("main button").click();
      faults.addAll(inspection.faults());
      assertThat(tab.locator(".done").count()).isOne();
      tab.locator("main a[href*='/leave/']").click();
      faults.addAll(inspection.faults());
      tab.locator("main button").click();
      faults.addAll(inspection.faults());
      tab.reload();
      assertThat(tab.locator("[role=alert]").count()).as("left twice").isOne();
    }
    assertThat(faults.stream().filter(f -> !f.contains("404"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theFormOfAnotherRoomIsForEverybody(Language language, Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      var tab = telephone.newPage();
      var home = "http://localhost:" + port + "/" + language.code() + "/";
      var form = telephone.request().get(home.replaceFirst("/$", "/planted-form")).text();
      tab.navigate(home + "about/contact");
      tab.evaluate(
          "form => { document.querySelector('main').innerHTML = '<h1>x</h1>' + form }", form);
      assertThat(new Inspection(tab).faults()).isEqualTo(List.of());
      assertThat(tab.locator("input[type=email]").getAttribute("aria-invalid")).isEqualTo("true");
    }
  }
}
