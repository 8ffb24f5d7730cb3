package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A resident on a small telephone without scripts asks about fibre at an invented address, asks to
/// be told and says what is wrong; the operator's engineer finds that; the mayor reads ten lines.
@CityTest
class AskingAboutFibreTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private static void press(Page tab, AriaRole role, String words) {
    tab.locator("main").getByRole(role, new Locator.GetByRoleOptions().setName(words)).click();
  }

  private Page go(Round round, String address) {
    var tab = round.plain();
    tab.navigate("http://localhost:" + port + address);
    return tab;
  }

  /// An invented building that has no fibre yet, in a street whose name stands once in the city.
  private String addressThatWaits() {
    return sql.sql(
            """
            select b.number || ' ' || s.name from fibre.building b
            join territory.street s on s.id = b.street_id and s.replaced is null
            where b.example and b.state in ('TARGETED', 'UNDER_WAY') and b.true_until is null
              and b.superseded_at is null and b.number ~ '^[0-9]+$' and b.number <> '0'
              and not exists (select from territory.street o
                where o.name ilike '%' || s.name || '%' and o.id <> s.id and o.replaced is null)
              and (select count(*) from fibre.building o where o.street_id = b.street_id
                and o.number = b.number and o.true_until is null and o.superseded_at is null) = 1
            order by b.ref limit 1
            """)
        .query(String.class)
        .single();
  }

  @Test
  void aResidentHasAnAnswerAsksToBeToldAndSaysWhatIsWrong(Chromium.Running chromium) {
    try (var resident = Round.begin(chromium, port);
        var engineer = Round.begin(chromium, port)) {
      var asked = addressThatWaits();
      var tab = go(resident, "/fr/fibre");
      tab.getByLabel("Numéro et rue").fill(asked);
      press(tab, AriaRole.BUTTON, "Chercher");
      assertThat(tab.locator("h1")).containsText(asked.replaceFirst(" .*", ""));
      assertThat(tab.locator("main .tag").first()).hasText("exemple");
      resident.open(tab.url().replaceFirst("^https?://[^/]+", ""));
      resident.lookHere("the answer");

      var address = "fibre-" + UUID.randomUUID() + "@example.org";
      tab.locator("#address").fill(address);
      press(tab, AriaRole.BUTTON, "Prévenez-moi");
      assertThat(tab.locator("main .done")).containsText("confirmez");
      assertThat(
              sql.sql("select count(*) from post.letter where address = :address")
                  .param("address", address)
                  .query(Integer.class)
                  .single())
          .isOne();

      go(resident, resident.tab().url().replaceFirst("^https?://[^/]+", ""));
      press(tab, AriaRole.LINK, "Ce bâtiment manque, ou c’est faux : le dire");
      tab.locator("input[name=kind][value=STATE]").check();
      var words = "Mon voisin l’a depuis un mois " + UUID.randomUUID();
      tab.locator("textarea[name=words]").fill(words);
      press(tab, AriaRole.BUTTON, "Envoyer");
      assertThat(tab.locator("h1")).hasText("C’est envoyé");

      engineer.tryAs("operator");
      engineer.open("/fr/staff/fibre/corrections");
      assertThat(engineer.tab().locator("main")).containsText(words);
      engineer.lookHere("what residents say is wrong");
      assertThat(resident.faults()).isEmpty();
      assertThat(engineer.faults()).isEmpty();
    }
  }

  @Test
  void theMayorReadsTenLinesOnOneSheetAndGoesBackInTime(Chromium.Running chromium) {
    try (var mayor = Round.begin(chromium, port)) {
      var tab = go(mayor, "/fr/fibre/coverage");
      press(tab, AriaRole.LINK, "La fibre en dix lignes");
      assertThat(tab.locator("ol.ten > li")).hasCount(10);
      assertThat(tab.locator("ol.ten")).containsText("33 025".replace(' ', '\u202f'));
      go(mayor, "/fr/fibre/coverage?on=2018-06-30");
      assertThat(tab.locator("main")).containsText("33,9");
      assertThat(tab.locator("main")).not().containsText("57,8");
    }
  }
}
