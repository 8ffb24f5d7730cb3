package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody who was never trained comes to the lab, learns a machine, books it, lets it run with a
/// badge, borrows a kit, and sees their sensor on the map: on a small telephone, without scripts.
@CityTest
class FromNeverTrainedToTheMapTest {
  private static final String TYPE = "exemple-impression-3d";

  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private final String name = "Nadia Essai " + UUID.randomUUID().toString().substring(0, 6);

  private record Keys(String reference, String code) {}

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
        .first()
        .click();
  }

  @Test
  void somebodyGoesTheWholeWay(Chromium.Running chromium) throws Exception {
    try (var home = Round.begin(chromium, port);
        var desk = Round.begin(chromium, port)) {
      desk.tryAs("fablab");
      var card = comesIn(desk);
      isToldWhatIsMissing(home, card);
      learns(desk);
      books(home, card);
      worksWithABadge(desk, card);
      var loan = borrows(desk, card);
      putsItOnTheMap(home, loan);
      home.open("/fr/fablab/prices");
      home.lookHere("what the lab costs");
      home.open("/fr/fablab/projects");
      home.lookHere("projects");
      assertThat(home.faults()).isEmpty();
      assertThat(desk.faults()).isEmpty();
    }
  }

  private Keys comesIn(Round desk) {
    desk.open("/fr/staff/fablab/members");
    var tab = desk.tab();
    tab.locator("#name").fill(name);
    tab.locator("#phone")
        .fill(
            "0696 00 "
                + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 2)
                + " 00 01");
    tab.locator("#year").fill("2001");
    press(tab, "Inscrire");
    desk.lookHere("somebody who came in");
    return new Keys(
        tab.locator("dl code").nth(0).innerText(), tab.locator("dl code").nth(1).innerText());
  }

  private void isToldWhatIsMissing(Round home, Keys card) {
    var tab = home.plain();
    tab.navigate(at("/fr/fablab/mine/" + card.reference() + "/" + card.code()));
    assertThat(tab.locator("main")).containsText("Jamais formé");
    assertThat(tab.locator("main")).containsText("vous manque");
  }

  private static void learns(Round desk) {
    var tab = desk.tab();
    var type = tab.locator("section:has(#type-" + TYPE + ")");
    type.locator("summary").first().click();
    type.locator("select[name=level]").selectOption("4");
    for (var check : type.locator("input[name=checks]").all()) {
      check.check();
    }
    type.locator("button[value=grant]").click();
    assertThat(tab.locator(".done").first()).isVisible();
  }

  private void books(Round home, Keys card) {
    var machine =
        sql.sql("select id from fablab.machine where type = :type order by name limit 1")
            .param("type", TYPE)
            .query(UUID.class)
            .single();
    var tab = home.plain();
    tab.navigate(at("/fr/fablab/book/" + machine));
    for (var day : tab.locator("#day option").all().stream().skip(3).toList()) {
      var value = day.getAttribute("value");
      tab.navigate(at("/fr/fablab/book/" + machine + "?day=" + value + "&minutes=60"));
      if (tab.locator("input[name=start]").count() > 0) {
        break;
      }
    }
    tab.locator("input[name=start]").first().check();
    tab.locator("#reference").fill(card.reference());
    tab.locator("#code").fill(card.code());
    tab.locator("main form[method=post] button").first().click();
    assertThat(tab.locator("main")).containsText("Réservé");
  }

  /// The booking is moved to this moment; the box beside the machine is played by its program.
  private void worksWithABadge(Round desk, Keys card) throws IOException, InterruptedException {
    UUID machine = bookedNow(card);
    desk.open("/fr/staff/fablab/access");
    var tab = desk.tab();
    tab.locator("select[name=machine]").selectOption(machine.toString());
    press(tab, "Installer un boîtier");
    var user = tab.locator("section.card code").nth(1).innerText();
    var secret = tab.locator("section.card code").nth(2).innerText();
    desk.lookHere("the keys of a box");
    tab.locator("#reference").fill(card.reference());
    press(tab, "Donner un badge");
    var badge = tab.locator("section.card code").first().innerText();
    desk.lookHere("a badge");
    var said = played(machine, user, secret, badge);
    assertThat(said).contains("POWER OFF – Badge inconnu", "POWER ON until");
    assertThat(said.lines().filter(line -> line.contains("POWER ON"))).hasSize(2);
    desk.open("/fr/staff/fablab/access");
    assertThat(tab.locator("main")).containsText("en ligne");
  }

  private UUID bookedNow(Keys card) {
    sql.sql(
            """
            update fablab.booking b set during = tstzrange(now() - interval '1 second', now() + interval '1 hour'),
              held = tstzrange(now() - interval '1 second', now() + interval '70 minutes'), state = 'PRESENT'
            from fablab.member m where m.id = b.member and m.reference = :reference
            """)
        .param("reference", card.reference().replace("-", ""))
        .update();
    return sql.sql(
            """
            select b.machine from fablab.booking b join fablab.member m on m.id = b.member
            where m.reference = :reference
            """)
        .param("reference", card.reference().replace("-", ""))
        .query(UUID.class)
        .single();
  }

  private String played(UUID machine, String user, String secret, String badge)
      throws IOException, InterruptedException {
    var box =
        new ProcessBuilder(
                "python3",
                "ops/interlock/interlock.py",
                "--city",
                "http://localhost:" + port,
                "--machine",
                machine.toString(),
                "--user",
                user,
                "--secret",
                secret)
            .directory(Path.of("").toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start();
    try (var in = box.outputWriter(StandardCharsets.UTF_8)) {
      in.write("somebody-else\n" + badge + "\nmore\nstop\nquit\n");
    }
    var said = new String(box.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    box.waitFor();
    return said;
  }

  private Keys borrows(Round desk, Keys card) {
    desk.open("/fr/staff/fablab/kits");
    var tab = desk.tab();
    desk.lookHere("kits to lend");
    var kit =
        tab.locator("select[name=kit] option").all().stream()
            .filter(one -> one.innerText().contains("Kit air"))
            .findFirst()
            .orElseThrow()
            .getAttribute("value");
    tab.locator("select[name=kit]").selectOption(kit);
    tab.locator("#member").fill(card.reference());
    press(tab, "Prêter");
    desk.lookHere("a kit that is lent");
    var parts = tab.locator(".card a").first().getAttribute("href").split("/", -1);
    return new Keys(parts[parts.length - 2], parts[parts.length - 1]);
  }

  private void putsItOnTheMap(Round home, Keys loan) throws IOException, InterruptedException {
    home.open("/fr/fablab/sensor");
    home.lookHere("a sensor on the map");
    var tab = home.plain();
    tab.navigate(at("/fr/fablab/sensor"));
    tab.locator("#reference").fill(loan.reference());
    tab.locator("#code").fill(loan.code());
    press(tab, "Continuer");
    press(tab, "C’est monté");
    tab.locator("input[name=q]").fill("rue Lamartine");
    press(tab, "Chercher");
    press(tab, "Mettre sur la carte");
    var user = tab.locator("#username").innerText();
    var secret = tab.locator("#secret").innerText();
    assertThat(tab.locator("main")).containsText("Étape 3");
    report(user, secret, loan);
    tab.navigate(at("/fr/fablab/sensor/" + loan.reference() + "/" + loan.code()));
    assertThat(tab.locator("main")).containsText("Étape 4");
    home.open("/fr/fablab/sensor/" + loan.reference() + "/" + loan.code());
    home.lookHere("a sensor that reports");
    var thing = tab.locator("#first a").first().getAttribute("href");
    tab.navigate(at(thing));
    assertThat(tab.locator("h1")).containsText("Kit air");
  }

  /// What the code that is shown to copy does.
  private void report(String user, String secret, Keys loan)
      throws IOException, InterruptedException {
    long datastream =
        sql.sql(
                """
                select min(d.id) from things.datastream d join fablab.kit_loan l on l.thing = d.thing
                where l.reference = :reference
                """)
            .param("reference", loan.reference().replace("-", ""))
            .query(Long.class)
            .single();
    var key =
        Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(at("/v1.1/Datastreams(" + datastream + ")/Observations")))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + key)
            .POST(HttpRequest.BodyPublishers.ofString("{\"result\": 12.5}"))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(201);
    }
  }
}
