package org.foyal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.foyal.HouseTest;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.database.Installed;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// What `bin/staff` runs, in a process of its own.
@HouseTest
@Import(TestStaff.class)
class StaffAtTheConsoleIT {
  @Autowired TestStaff staff;
  @Autowired Accounts accounts;
  @Autowired ShellSettings shell;
  @LocalServerPort int port;

  private record Said(int code, String words) {}

  private static Said staff(Path data, String... words) throws Exception {
    var command = new ArrayList<>(Installed.java());
    command.addAll(List.of("staff", "--data", data.toString()));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), said);
  }

  @Test
  void whileFoyalRunsItsLinkLeadsToTheOpenHouse() throws Exception {
    var email = TestStaff.address();
    var said = staff(shell.data(), "invite", email, "agent", "analyst");
    assertThat(said.code()).as(said.words()).isZero();
    var link = said.words().lines().filter(line -> line.startsWith("http")).findFirst();
    assertThat(link.orElseThrow()).startsWith("http://localhost:" + port + "/fr/staff/invitation/");
    var path = link.get().substring(link.get().indexOf("/fr/"));
    assertThat(new Visitor(port).get(path).body()).contains(email);
    assertThat(accounts.findByEmail(email).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.AGENT, Role.ANALYST);
    assertThat(accounts.list()).as("the open house goes on").isNotEmpty();
  }

  @Test
  void whileFoyalIsStoppedItInvitesAndTheNextCallFindsTheAccount(@TempDir Path data)
      throws Exception {
    var email = TestStaff.address();
    var said = staff(data, "invite", email, "admin");
    assertThat(said.code()).as(said.words()).isZero();
    assertThat(said.words()).contains("/fr/staff/invitation/");
    var unlocked = staff(data, "unlock", email);
    assertThat(unlocked.code()).as(unlocked.words()).isZero();
    assertThat(unlocked.words()).contains(email + " may try again now.");
    var wrong = staff(data, "reset-second-factor", "nobody@example.org");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.words()).contains("What to do:").doesNotContain("\tat ");
  }

  @Test
  void aLostKeyIsToldAndANewOneLetsPeopleChooseAgain(@TempDir Path data) throws Exception {
    var email = TestStaff.address();
    assertThat(staff(data, "invite", email, "admin").code()).isZero();
    Files.delete(data.resolve("staff-keys"));
    var refused = staff(data, "invite", email, "admin");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.words())
        .contains("staff-keys, is missing.", "What to do:", "bin/staff new-key")
        .doesNotContain("\tat ");
    var renewed = staff(data, "new-key");
    assertThat(renewed.code()).as(renewed.words()).isZero();
    assertThat(renewed.words()).contains("A new key in ", "staff-keys seals the second steps.");
    var again = staff(data, "invite", email, "admin");
    assertThat(again.words()).contains("/fr/staff/invitation/");
  }
}
