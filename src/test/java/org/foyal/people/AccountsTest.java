package org.foyal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.people.Accounts.Change;
import org.foyal.people.Accounts.Newcomer;
import org.foyal.people.Inviting.AlreadyThere;
import org.foyal.people.Inviting.Refused;
import org.foyal.shell.StartRefused;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
@Import(TestStaff.class)
class AccountsTest {
  @Autowired TestStaff staff;
  @Autowired Accounts accounts;
  @Autowired Invitations invitations;
  @Autowired NewPasswords newPasswords;
  @Autowired StaffCommand command;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  @BeforeEach
  void calm() {
    staff.calm();
  }

  private static Map<String, String> answers() {
    return Map.of(
        "name",
        "Ana Test",
        "password",
        TestStaff.PASSWORD,
        "again",
        TestStaff.PASSWORD,
        "factor",
        "sheet");
  }

  private static String path(String address) {
    return address.substring(address.indexOf("/fr/"));
  }

  @Test
  void anAdministratorInvitesAndThePersonTakesTheAccount() {
    var admin = staff.signedIn(port, staff.member(Role.ADMIN));
    var email = TestStaff.address();
    var made =
        admin.fill(
            "/fr/staff/accounts/new",
            Map.of(
                "email",
                " " + email.toUpperCase(java.util.Locale.ROOT),
                "name",
                "Éloïse D’Abadie",
                "roles",
                "agent"));
    assertThat(made.status()).isEqualTo(200);
    var link =
        made.body()
            .replaceAll("(?s).*<code id=\"link\">http://[^/]+(/fr/staff/[^<]+)</code>.*", "$1");
    var person = new Visitor(port);
    assertThat(person.get(link).body()).contains("Éloïse D’Abadie").contains(email);
    assertThat(person.fill(link, answers()).status()).isEqualTo(200);
    assertThat(accounts.findByEmail(email).orElseThrow().status()).isEqualTo(Account.Status.ACTIVE);
    assertThat(person.get(link).status()).isEqualTo(410);
  }

  @Test
  void onlyTheHashOfALinkIsKept() {
    var token = TestStaff.token(staff.invited(Role.AGENT).address());
    assertThat(token).hasSize(43);
    assertThat(
            sql.sql("select count(*) from people.link where encode(hash, 'escape') like :t")
                .param("t", "%" + token + "%")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"forged", "%00", "..%2F..", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void aForgedLinkOpensNothingAndSaysWhatToDo(String token) {
    var answer = new Visitor(port).get("/fr/staff/invitation/" + token);
    assertThat(answer.status()).isBetween(400, 410);
    assertThat(answer.status() == 410)
        .isEqualTo(answer.body().contains("Demandez un nouveau lien"));
  }

  @Test
  void anOldInvitationOpensNoMore() {
    var invited = staff.invited(Role.AGENT);
    sql.sql("update people.link set expires_at = now() - interval '1 second' where account = :id")
        .param("id", invited.account().id())
        .update();
    assertThat(new Visitor(port).get(path(invited.address())).status()).isEqualTo(410);
  }

  @Test
  void aNewInvitationShutsTheOneBefore() {
    var invited = staff.invited(Role.AGENT);
    var again = accounts.inviteAgain(Actor.CONSOLE, invited.account().id()).orElseThrow();
    assertThat(new Visitor(port).get(path(invited.address())).status()).isEqualTo(410);
    assertThat(new Visitor(port).get(path(again.address())).status()).isEqualTo(200);
  }

  @Test
  void aWrongAnswerLeavesTheInvitationOpenAndSaysWhatIsWrong() {
    var link = path(staff.invited(Role.AGENT).address());
    var answer =
        new Visitor(port)
            .fill(
                link,
                Map.of(
                    "name",
                    "\u202Eana",
                    "password",
                    "motdepasse123",
                    "again",
                    "x",
                    "factor",
                    "app",
                    "code",
                    "1"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Trop facile à deviner", "Donnez un nom", "Ce code n’est pas bon")
        .contains("aria-invalid=\"true\"");
    assertThat(new Visitor(port).get(link).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "ana@",
        "a b@c.fr",
        "a@b.fr\r\nBcc: x@y.fr",
        "a@b.fr,c@d.fr",
        "\u202Ea@b.fr",
        "а@b.fr",
        "\"a\"@b.fr",
        "a@-b.fr",
        "a@b",
        "a@b.fr\u0000",
        "<a@b.fr>"
      })
  void hostileAddressesAreRefused(String email) {
    var outcome =
        accounts.invite(
            Actor.CONSOLE, new Newcomer(email, "Ana", Set.of(Role.AGENT), false), Language.FR);
    assertThat(((Refused) outcome).problems()).containsOnlyKeys("email");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Ana\nTest",
        "Ana\u0007",
        "\u202Eana",
        "ana\u200B",
        "123",
        "<b>Ana</b>",
        "Ana\u2028x"
      })
  void hostileNamesAreRefused(String name) {
    var outcome =
        accounts.invite(
            Actor.CONSOLE,
            new Newcomer(TestStaff.address(), name, Set.of(Role.AGENT), false),
            Language.FR);
    assertThat(((Refused) outcome).problems()).containsOnlyKeys("name");
  }

  @Test
  void tenKilobytesAreNoNameAndNoAddress() {
    var outcome =
        accounts.invite(
            Actor.CONSOLE,
            new Newcomer("a".repeat(10_000) + "@b.fr", "a".repeat(10_000), Set.of(), false),
            Language.FR);
    assertThat(((Refused) outcome).problems()).containsOnlyKeys("email", "name", "roles");
  }

  @Test
  void anAddressHasOneAccountHoweverItIsWritten() {
    var invited = staff.invited(Role.AGENT);
    var email = invited.account().email().toUpperCase(java.util.Locale.ROOT);
    assertThat(
            accounts.invite(
                Actor.CONSOLE, new Newcomer(email, "Bob", Set.of(Role.ADMIN), false), Language.FR))
        .isInstanceOf(AlreadyThere.class);
  }

  @Test
  void aPageForAdministratorsIsShutToOthersInEveryLanguage() {
    var agent = staff.signedIn(port, staff.member(Role.AGENT, Role.ANALYST));
    for (var page :
        List.of(
            "/fr/staff/accounts",
            "/en/staff/audit",
            "/gcf/staff/accounts/new",
            "/fr/staff/audit/acts.csv")) {
      assertThat(agent.get(page).status()).as(page).isEqualTo(403);
    }
    assertThat(agent.get("/fr/staff").body()).doesNotContain("/fr/staff/accounts");
  }

  @Test
  void aRoleThatIsTakenAwayIsGoneAtTheNextClick() {
    var member = staff.member(Role.ADMIN);
    staff.member(Role.ADMIN);
    var visitor = staff.signedIn(port, member);
    assertThat(visitor.get("/fr/staff/accounts").status()).isEqualTo(200);
    assertThat(accounts.setRoles(Actor.CONSOLE, member.id(), Set.of(Role.AGENT)))
        .isEqualTo(Change.DONE);
    assertThat(visitor.get("/fr/staff/accounts").status()).isEqualTo(403);
  }

  @Test
  void aShutAccountIsOutAtOnceAndCantComeBack() {
    var member = staff.member(Role.AGENT);
    var visitor = staff.signedIn(port, member);
    assertThat(accounts.disable(Actor.CONSOLE, member.id())).isEqualTo(Change.DONE);
    assertThat(visitor.get("/fr/staff").status()).isEqualTo(303);
    assertThat(
            new Visitor(port)
                .fill(
                    "/fr/staff/sign-in",
                    Map.of("email", member.email(), "password", TestStaff.PASSWORD))
                .status())
        .isEqualTo(422);
    assertThat(accounts.enable(Actor.CONSOLE, member.id())).isEqualTo(Change.DONE);
    assertThat(staff.signedIn(port, member).get("/fr/staff").status()).isEqualTo(200);
  }

  @Test
  void theLastAdministratorStays() {
    var last = staff.member(Role.ADMIN);
    onlyAdministrators(last.id());
    assertThat(accounts.disable(Actor.CONSOLE, last.id())).isEqualTo(Change.LAST_ADMINISTRATOR);
    assertThat(accounts.setRoles(Actor.CONSOLE, last.id(), Set.of(Role.AGENT)))
        .isEqualTo(Change.LAST_ADMINISTRATOR);
    assertThatThrownBy(() ->
            sql.sql("delete from people.account where id = :id").param("id", last.id()).update())
        .hasMessageContaining("the last administrator stays");
    assertThat(accounts.find(last.id()).orElseThrow().roles()).containsExactly(Role.ADMIN);
  }

  private void onlyAdministrators(java.util.UUID... ids) {
    sql.sql(
            "update people.account set status = 'DISABLED' where status = 'ACTIVE' and id not in (:ids)"
                + " and id in (select account from people.account_role where role = 'admin')")
        .param("ids", List.of(ids))
        .update();
  }

  @Test
  void ofTwoAdministratorsWhoShutEachOtherAtTheSameMomentOneStays() throws Exception {
    for (int round = 0; round < 5; round++) {
      var one = staff.member(Role.ADMIN).id();
      var two = staff.member(Role.ADMIN).id();
      onlyAdministrators(one, two);
      var start = new CountDownLatch(1);
      try (var pool = Executors.newFixedThreadPool(2)) {
        var first =
            pool.submit(() -> {
              start.await();
              return accounts.disable(Actor.CONSOLE, one);
            });
        var second =
            pool.submit(() -> {
              start.await();
              return accounts.disable(Actor.CONSOLE, two);
            });
        start.countDown();
        assertThat(List.of(first.get(), second.get()))
            .containsExactlyInAnyOrder(Change.DONE, Change.LAST_ADMINISTRATOR);
      }
    }
  }

  @Test
  void theFirstAdministratorsLinkIsMadeOnlyForACityWithoutOne() {
    staff.member(Role.ADMIN);
    assertThat(invitations.firstAdministrator()).isEmpty();
  }

  @Test
  void aLinkToANewPasswordWorksOnceKeepsTheSecondStepAndEndsSessions() {
    var member = staff.member(Role.AGENT);
    var visitor = staff.signedIn(port, member);
    var link = path(accounts.newPasswordLink(Actor.CONSOLE, member.id()).orElseThrow().address());
    var fields =
        Map.of(
            "password", "girofle caillou tambour nuage", "again", "girofle caillou tambour nuage");
    assertThat(new Visitor(port).fill(link, fields).location())
        .isEqualTo("/fr/staff/sign-in?done=password");
    assertThat(visitor.get("/fr/staff").status()).isEqualTo(303);
    assertThat(new Visitor(port).get(link).status()).isEqualTo(410);
    assertThat(
            new Visitor(port)
                .fill(
                    "/fr/staff/sign-in",
                    Map.of("email", member.email(), "password", "girofle caillou tambour nuage"))
                .location())
        .isEqualTo("/fr/staff/sign-in/code");
  }

  @Test
  void anInvitationIsNoLinkToAPasswordNorTheOtherWayRound() {
    var invited = staff.invited(Role.AGENT);
    assertThat(newPasswords.find(TestStaff.token(invited.address()))).isEmpty();
    var link = accounts.newPasswordLink(Actor.CONSOLE, staff.member(Role.AGENT).id()).orElseThrow();
    assertThat(invitations.find(TestStaff.token(link.address()))).isEmpty();
  }

  @Test
  void whoWasWrongTooOftenIsShownToTheAdministratorWhoUnlocks() {
    var member = staff.member(Role.AGENT);
    for (int i = 0; i < 5; i++) {
      new Visitor(port)
          .fill("/fr/staff/sign-in", Map.of("email", member.email(), "password", "wrong"));
    }
    var admin = staff.signedIn(port, staff.member(Role.ADMIN));
    var page = "/fr/staff/accounts/" + member.id();
    assertThat(admin.get(page).body()).contains("5 mots de passe faux");
    assertThat(admin.fill(page, page + "/unlock", Map.of()).location()).endsWith("?done=unlocked");
    assertThat(staff.signedIn(port, member).get("/fr/staff").status()).isEqualTo(200);
  }

  @Test
  void theConsoleInvitesUnlocksAndResets() {
    var email = TestStaff.address();
    assertThat(command.obey(List.of("invite", email, "agent", "analyst")))
        .contains("/fr/staff/invitation/");
    assertThat(accounts.findByEmail(email).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.AGENT, Role.ANALYST);
    var member = staff.member(Role.AGENT);
    assertThat(command.obey(List.of("unlock", member.email()))).contains("may try again");
    command.obey(List.of("reset-second-factor", member.email()));
    assertThat(accounts.find(member.id()).orElseThrow().secondFactor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invite",
        "invite a@b.fr",
        "invite a@b.fr king",
        "invite nobody admin",
        "unlock no@example.org",
        "fly a@b.fr"
      })
  void theConsoleSaysInOneSentenceWhatItCantDo(String words) {
    assertThatThrownBy(() -> command.obey(List.of(words.split(" "))))
        .isInstanceOf(StartRefused.class);
  }
}
