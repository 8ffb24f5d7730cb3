package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every page of the staff, for every role, found by following links and by doing what the pages
/// offer; each stands what a public page stands.
@CityTest
class EveryStaffPageTest {
  private static final String STAFF = "/staff(/|$)(?!.*\\.(csv|geojson)$)";

  /// Pages that roles share are looked at once; that each role’s links open is always seen.
  private static final Set<String> LOOKED_AT = new HashSet<>();

  private static final String PASSWORD = "lampadaire crevette orage violon";

  /// Of two streets one is good, and one has a length that is no number.
  private static final String STREETS =
      """
      nom_voie,nb_troncons,longueur_m,lon,lat,code_iris_approche
      Rue des Pages,1,120,-61.0700,14.6060,972090101
      Rue Sans Longueur,1,beaucoup,-61.0701,14.6061,972090101
      """;

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({
    "admin, fr",
    "admin, en",
    "admin, gcf",
    "agent, fr",
    "mediator, fr",
    "fablab, fr",
    "elected, fr",
    "operator, fr",
    "analyst, fr"
  })
  void servesEveryRole(String role, String language, Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      round.tryAs(role);
      if (role.equals("admin")) {
        invite(round); // so that the outbox has a letter
      }
      var start = "/" + language + "/staff";
      var seen = Crawl.from(start, address -> visit(round, language, address));
      System.out.println("staff pages, " + role + ": " + seen);
      assertThat(seen).contains(start, start + "/me", start + "/me/second-factor");
      if (role.equals("admin")) {
        assertThat(seen)
            .contains(start + "/accounts", start + "/audit", start + "/outbox", start + "/imports")
            .anyMatch(address -> address.matches(start + "/accounts/[0-9a-f-]{36}"))
            .anyMatch(address -> address.matches(start + "/outbox/\\d+"))
            .anyMatch(address -> address.startsWith(start + "/audit?"));
      }
      assertThat(round.faults()).isEmpty();
    }
  }

  private static List<String> visit(Round round, String language, String address) {
    if (!language.equals("fr")) {
      return Crawl.isTurnOf(language, address)
          ? round.read(address, STAFF)
          : round.pass(address, STAFF);
    }
    return LOOKED_AT.add(Crawl.pattern(address))
        ? round.look(address, STAFF)
        : round.pass(address, STAFF);
  }

  /// Invites somebody; answers the link that the page shows.
  private static String invite(Round round) {
    var tab = round.tab();
    round.open("/fr/staff/accounts/new");
    tab.locator("#email").fill("test-" + UUID.randomUUID() + "@example.org");
    tab.locator("#name").fill("Nadia Test");
    tab.locator("input[name=roles][value=agent]").check();
    press(tab, "Inviter");
    return tab.locator("#link").innerText().replaceFirst("^https?://[^/]+", "");
  }

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  @Test
  void aColleagueIsInvitedTakesTheAccountAndChoosesAgain(Chromium.Running chromium) {
    try (var desk = Round.begin(chromium, port);
        var home = Round.begin(chromium, port)) {
      desk.tryAs("admin");
      desk.open("/fr/staff/accounts/new");
      press(desk.tab(), "Inviter");
      desk.forgive(); // the console says 422
      desk.lookHere("an invitation with faults");
      var link = invite(desk);
      desk.lookHere("the link of an invitation");
      var email = takes(home, link);
      home.open("/fr/staff/sign-in");
      signsIn(home.tab(), email);
      home.lookHere("the second step");

      desk.open("/fr/staff/audit?text=" + email);
      desk.open("/fr/staff/accounts");
      desk.tab()
          .getByRole(AriaRole.ROW)
          .filter(new Locator.FilterOptions().setHasText(email))
          .getByRole(AriaRole.LINK)
          .click();
      press(desk.tab(), "Remettre la deuxième étape à zéro");
      desk.lookHere("an account whose second step is reset");
      home.open("/fr/staff/sign-in");
      signsIn(home.tab(), email);
      home.lookHere("choosing a second step at sign-in");
      assertThat(desk.faults()).isEmpty();
      assertThat(home.faults()).isEmpty();
    }
  }

  /// Looks at the invitation, with faults too, and takes it with a printed sheet.
  private static String takes(Round home, String link) {
    var tab = home.tab();
    home.look(link, STAFF);
    var email = tab.locator("#username").inputValue();
    press(tab, "Prendre ce compte");
    home.forgive();
    home.lookHere("an invitation taken with faults");
    tab.locator("#password").fill(PASSWORD);
    tab.locator("#again").fill(PASSWORD);
    tab.locator("input[name=factor][value=sheet]").check();
    press(tab, "Prendre ce compte");
    assertThat(tab.locator(".codes code")).hasCount(10);
    home.lookHere("a sheet of codes");
    home.open(link);
    home.forgive();
    home.lookHere("a link that opens no more");
    return email;
  }

  private static void signsIn(Page tab, String email) {
    tab.locator("#email").fill(email);
    tab.locator("#password").fill(PASSWORD);
    tab.locator("#password").press("Enter");
  }

  @Test
  void aFileIsTriedAppliedAndTakenBack(Chromium.Running chromium) {
    try (var desk = Round.begin(chromium, port)) {
      var tab = desk.tab();
      desk.tryAs("admin");
      desk.open("/fr/staff/imports");
      tab.locator("#file")
          .setInputFiles(
              new FilePayload("voies.csv", "text/csv", STREETS.getBytes(StandardCharsets.UTF_8)));
      press(tab, "Voir ce qui changerait");
      assertThat(tab.getByRole(AriaRole.TABLE).getByRole(AriaRole.CELL).first()).isVisible();
      desk.lookHere("the trial of a file");
      press(tab, "Appliquer");
      desk.lookHere("the report of a file");
      desk.look("/fr/staff/imports", STAFF);
      press(tab, "Annuler l’import");
      desk.lookHere("a file taken back");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void aNarrowTableStaysATableForReadersOfTables(Chromium.Running chromium) {
    try (var desk = Round.begin(chromium, port)) {
      desk.tryAs("admin");
      desk.open("/fr/staff/imports");
      var table = desk.tab().getByRole(AriaRole.TABLE);
      assertThat(table.getByRole(AriaRole.COLUMNHEADER)).hasCount(5);
      var row = table.getByRole(AriaRole.ROW).nth(1);
      assertThat(row.getByRole(AriaRole.ROWHEADER)).hasCount(1);
      assertThat(row.getByRole(AriaRole.CELL)).hasCount(4);
      assertThat(row.evaluate("row => row.getBoundingClientRect().width <= 360")).isEqualTo(true);
    }
  }

  @Test
  void aPlantedDoorThatARoleMayNotOpenIsCaught(Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      round.tryAs("agent");
      round.look("/fr/staff/accounts", STAFF);
      assertThat(round.faults()).containsExactly("/fr/staff/accounts answers 403");
    }
  }

  @Test
  void aPlantedStaffPageWithATableTooWideIsCaught(Chromium.Running chromium) {
    try (var round = Round.begin(chromium, port)) {
      round.tryAs("agent");
      for (var each : List.of(round.tab(), round.plain())) {
        each.route("**/fr/staff/planted", EveryStaffPageTest::tooWide);
      }
      round.look("/fr/staff/planted", STAFF);
      assertThat(round.faults())
          .anyMatch(fault -> fault.startsWith("/fr/staff/planted scrolls sideways"));
    }
  }

  private static void tooWide(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/html")
            .setBody(
                """
                <!doctype html><html lang="en"><head><title>x</title></head><body><a href="#main">Skip</a>
                <main id="main"><h1>x</h1><table><tr><th>%s</th></tr></table></main></body></html>
                """
                    .formatted("wide".repeat(200))));
  }
}
