package org.foyal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.foyal.people.keys.Base32;
import org.foyal.people.keys.Totp;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What an administrator sees, at a small telephone, with scripts and without.
@CityTest
class AdministratorsDayTest {
  @LocalServerPort int port;
  @Autowired ShellSettings shell;
  @Autowired Clock clock;

  @Test
  void signsInInTwoStepsAndReadsEveryPageOfTheDesk(Chromium.Running chromium) throws IOException {
    var faults = new ArrayList<String>();
    try (var withoutScripts = chromium.telephone(false);
        var telephone = chromium.telephone(true)) {
      var plain = withoutScripts.newPage();
      signIn(plain);
      assertThat(plain.locator("h1").innerText()).contains("Ada (exemple)");
      telephone.addCookies(withoutScripts.cookies());
      var seen = readAll(telephone, plain, faults);
      assertThat(seen)
          .contains(
              "/fr/staff",
              "/fr/staff/accounts",
              "/fr/staff/accounts/new",
              "/fr/staff/audit",
              "/fr/staff/outbox",
              "/fr/staff/imports",
              "/fr/staff/me");
      assertThat(seen).anyMatch(address -> address.matches("/fr/staff/accounts/[0-9a-f-]{36}"));
    }
    assertThat(faults).isEmpty();
  }

  /// The keys that the demonstration wrote down, the code as an application shows it.
  private void signIn(Page tab) throws IOException {
    var file = shell.data().resolve("demo-credentials.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var keys = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      keys.load(reader);
    }
    tab.navigate("http://localhost:" + port + "/fr/staff/accounts");
    tab.locator("#email").fill(keys.getProperty("staff.admin.email"));
    tab.locator("#password").fill(keys.getProperty("staff.admin.password"));
    tab.locator("#password").press("Enter");
    assertThat(tab.url()).endsWith("/fr/staff/sign-in/code");
    var totp = new Totp(Base32.decode(keys.getProperty("staff.admin.totp-secret")));
    // the code of this half minute may be spent: the demonstration took the account with it
    tab.locator("#code").fill(totp.codeAt(clock.instant().plusSeconds(30)));
    tab.locator("#code").press("Enter");
    assertThat(tab.url()).endsWith("/fr/staff/accounts");
    tab.navigate("http://localhost:" + port + "/fr/staff");
  }

  /// Follows the links of the desk's pages, one account of all.
  private Set<String> readAll(BrowserContext telephone, Page plain, List<String> faults) {
    var tab = telephone.newPage();
    var inspection = new Inspection(tab);
    var seen = new LinkedHashSet<String>();
    var kinds = new LinkedHashSet<String>();
    var next = new ArrayList<>(List.of("/fr/staff"));
    while (!next.isEmpty()) {
      var address = next.removeFirst();
      if (!kinds.add(address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|/\\d+", "#"))) {
        continue;
      }
      seen.add(address);
      var answer = tab.navigate("http://localhost:" + port + address);
      if (answer.status() != 200) {
        faults.add(address + " answers " + answer.status());
        continue;
      }
      inspection.faults().forEach(fault -> faults.add(address + " " + fault));
      plain.navigate("http://localhost:" + port + address);
      if (!plain.locator("h1").allInnerTexts().equals(tab.locator("h1").allInnerTexts())) {
        faults.add(address + " is another page without scripts");
      }
      next.addAll(links(tab));
    }
    return seen;
  }

  private static List<String> links(Page tab) {
    var found =
        tab.evaluate(
            """
            () => [...document.querySelectorAll('a[href]:not([download])')]
              .filter(a => a.origin === location.origin && /^\\/fr\\/staff/.test(a.pathname))
              .filter(a => !/\\.csv$/.test(a.pathname))
              .map(a => a.pathname)
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  @Test
  void anybodyTriesTheAgentsPagesInOneClickWithoutScripts(Chromium.Running chromium) {
    try (var visitor = chromium.telephone(false)) {
      var tab = visitor.newPage();
      tab.navigate("http://localhost:" + port + "/fr/staff/sign-in");
      var choices = tab.locator("button[name=role]");
      assertThat(choices.count()).isEqualTo(7);
      tab.locator("button[name=role][value=agent]").click();
      assertThat(tab.url()).endsWith("/fr/staff");
      assertThat(tab.locator("h1").innerText()).contains("(exemple)");
      assertThat(tab.navigate("http://localhost:" + port + "/fr/staff/accounts").status())
          .isEqualTo(403);
    }
  }
}
