package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.people.TestStaff;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// An administrator signs in, tries a file, applies it and takes it back: with scripts and without.
@HouseTest
@Import(TestStaff.class)
@ExtendWith(Chromium.class)
class BringingAFileTest {
  private static final String COMMUNE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"code_insee":"99997","nom":"Commune d’exemple"},"geometry":{"type":"Polygon",
      "coordinates":[[[2,2],[2.1,2],[2.1,2.1],[2,2.1],[2,2]]]}},
      {"type":"Feature","properties":{"code_insee":"99996","nom":""},"geometry":null}]}
      """;

  @Autowired TestStaff staff;
  @LocalServerPort int port;

  @Test
  void withScriptsEachPageStandsTheInspection(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      journey(telephone.newPage(), true);
    }
  }

  @Test
  void withoutScripts(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(false)) {
      journey(telephone.newPage(), false);
    }
  }

  private void journey(Page tab, boolean inspected) {
    var inspection = new Inspection(tab);
    signIn(tab);
    tab.navigate(address("/fr/staff"));
    tab.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Importer des données Apporter")))
        .click();
    tab.locator("#file")
        .setInputFiles(
            new FilePayload(
                "communes.geojson", "application/json", COMMUNE.getBytes(StandardCharsets.UTF_8)));
    look(inspection, inspected, "form");
    press(tab, "Voir ce qui changerait");
    assertThat(tab.getByRole(AriaRole.STATUS)).containsText("Essai : rien n’est encore écrit.");
    look(inspection, inspected, "trial");
    press(tab, "Appliquer");
    assertThat(tab.getByRole(AriaRole.STATUS)).containsText("C’est fait.");
    look(inspection, inspected, "done");
    tab.navigate(address("/fr/staff/imports"));
    look(inspection, inspected, "list");
    tab.getByRole(AriaRole.BUTTON)
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Annuler l’import"))
        .first()
        .click();
    assertThat(tab.getByRole(AriaRole.STATUS)).containsText("tout est comme avant lui");
  }

  private static void look(Inspection inspection, boolean inspected, String name) {
    if (inspected) {
      assertThat(inspection.faults()).as(name).isEmpty();
    }
  }

  private void signIn(Page tab) {
    staff.calm();
    var member = staff.member(Role.ADMIN);
    tab.navigate(address("/fr/staff/sign-in"));
    tab.locator("input[name=email]").fill(member.email());
    tab.locator("input[name=password]").fill(TestStaff.PASSWORD);
    tab.locator("main form button").first().click();
    tab.locator("input[name=code]").fill(staff.code(member));
    tab.locator("main form button").first().click();
    tab.waitForURL("**/fr/staff");
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static void press(Page tab, String name) {
    tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
