package org.foyal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Properties;
import org.foyal.people.keys.Base32;
import org.foyal.people.keys.Totp;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Signing in at a small telephone, without scripts.
@CityTest
class AdministratorsDayTest {
  @LocalServerPort int port;
  @Autowired ShellSettings shell;
  @Autowired Clock clock;

  @Test
  void signsInInTwoStepsWithoutScripts(Chromium.Running chromium) throws IOException {
    try (var withoutScripts = chromium.telephone(false)) {
      var plain = withoutScripts.newPage();
      signIn(plain);
      assertThat(plain.locator("h1").innerText()).contains("Ada (exemple)");
    }
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
