package org.foyal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.HouseTest;
import org.foyal.people.Accounts.Newcomer;
import org.foyal.people.Inviting.Carriage;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.entry.ForgottenPasswords;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@Import(TestStaff.class)
class LettersWithLinksTest {
  @Autowired TestStaff staff;
  @Autowired ForgottenPasswords forgotten;
  @Autowired Accounts accounts;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  @BeforeEach
  void calm() {
    staff.calm();
  }

  record Written(String language, String kind, String subject, String text) {}

  private List<Written> lettersTo(String email) {
    return sql.sql(
            "select language, kind, subject, body as text from post.letter where address = :a")
        .param("a", email)
        .query(Written.class)
        .list();
  }

  @Test
  void anInvitationIsWrittenInThePersonsLanguageAndStillShownToPrint() {
    var admin = staff.signedIn(port, staff.member(Role.ADMIN));
    var email = TestStaff.address();
    var page =
        admin.fill(
            "/fr/staff/accounts/new",
            Map.of("email", email, "name", "Ana {0} D’Abadie", "roles", "agent", "language", "en"));
    assertThat(page.status()).isEqualTo(422);
    page =
        admin.fill(
            "/fr/staff/accounts/new",
            Map.of("email", email, "name", "Ana D’Abadie", "roles", "agent", "language", "en"));
    assertThat(page.status()).isEqualTo(200);
    var link = page.body().replaceAll("(?s).*<code id=\"link\">([^<]+)</code>.*", "$1");
    assertThat(link).contains("/en/staff/invitation/");
    assertThat(page.body()).contains("attend dans la boîte d’envoi");
    assertThat(lettersTo(email))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.language()).isEqualTo("en");
          assertThat(letter.kind()).isEqualTo("ANSWER");
          assertThat(letter.subject()).endsWith(": take your account");
          assertThat(letter.text()).startsWith("Hello Ana D’Abadie,").contains("\n" + link + "\n");
        });
  }

  @Test
  void aNewInvitationIsWrittenInTheLanguageOfTheFirstAndCarriesItsOwnLink() {
    var invited =
        (Invited)
            accounts.invite(
                Actor.CONSOLE,
                new Newcomer(TestStaff.address(), "Ana", Set.of(Role.AGENT), false),
                Language.GCF);
    var again = accounts.inviteAgain(Actor.CONSOLE, invited.account().id()).orElseThrow();
    assertThat(lettersTo(invited.account().email()))
        .hasSize(2)
        .allMatch(letter -> letter.language().equals("gcf"))
        .anyMatch(letter -> letter.text().contains(again.address()));
  }

  @Test
  void anInvitationThatDoesNotHappenWritesNoLetter() {
    var email = TestStaff.address();
    transaction.executeWithoutResult(status -> {
      accounts.invite(
          Actor.CONSOLE, new Newcomer(email, "Ana", Set.of(Role.AGENT), false), Language.FR);
      assertThat(lettersTo(email)).hasSize(1);
      status.setRollbackOnly();
    });
    assertThat(lettersTo(email)).isEmpty();
  }

  @Test
  void whoForgotThePasswordGetsALetterWhoseLinkOpens() {
    var member = staff.member(Role.AGENT);
    var asked = new Visitor(port).fill("/gcf/staff/password", Map.of("email", member.email()));
    assertThat(asked.status()).isEqualTo(200);
    forgotten.answerAll();
    var letters =
        lettersTo(member.email()).stream()
            .filter(letter -> letter.text().contains("/gcf/staff/password/"))
            .toList();
    assertThat(letters).singleElement().satisfies(l -> assertThat(l.kind()).isEqualTo("ANSWER"));
    var token = letters.getFirst().text().replaceAll("(?s).*/staff/password/(\\S+).*", "$1");
    assertThat(new Visitor(port).get("/gcf/staff/password/" + token).status()).isEqualTo(200);
  }

  @Test
  void whoHasNoOpenAccountGetsNoLetter() {
    var nobody = TestStaff.address();
    new Visitor(port).fill("/fr/staff/password", Map.of("email", nobody));
    var invited = staff.invited(Role.AGENT).account().email();
    new Visitor(port).fill("/fr/staff/password", Map.of("email", invited));
    forgotten.answerAll();
    assertThat(lettersTo(nobody)).isEmpty();
    assertThat(lettersTo(invited)).noneMatch(letter -> letter.text().contains("/staff/password/"));
  }

  @Test
  void examplesGetNoInvitation() {
    var email = TestStaff.address();
    var made =
        (Invited)
            accounts.invite(
                Actor.CONSOLE, new Newcomer(email, "Ana", Set.of(Role.AGENT), true), Language.FR);
    assertThat(made.letter()).isEqualTo(Carriage.NONE);
    assertThat(lettersTo(email)).isEmpty();
  }
}
