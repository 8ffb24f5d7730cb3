package org.foyal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.people.Account.Status;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// A house of its own: once a city has had an administrator, it always has one.
@HouseTest
@Import(TestStaff.class)
@TestPropertySource(properties = "foyal.shell.city-name=Ville neuve")
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {
  private static final Pattern LINK = Pattern.compile("http://\\S+/fr/staff/invitation/\\S+");

  @Autowired TestStaff staff;
  @Autowired Accounts accounts;
  @Autowired FirstAdministratorListener listener;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @BeforeEach
  void nobodyWasEverHere() {
    transaction.executeWithoutResult(_ -> {
      sql.sql("delete from people.founded").update();
      sql.sql("delete from people.account").update();
      sql.sql("delete from people.link").update();
    });
    staff.calm();
  }

  /// What a start prints.
  private Optional<String> started(CapturedOutput said) {
    int before = said.getOut().length();
    listener.welcome();
    var link = LINK.matcher(said.getOut().substring(before));
    return link.find() ? Optional.of(link.group()) : Optional.empty();
  }

  private int open(String link) {
    return new Visitor(port).get(path(link)).status();
  }

  private static String path(String link) {
    return link.substring(link.indexOf("/fr/"));
  }

  private int take(String link, String email) {
    var answers =
        Map.of(
            "name",
            "Ana Première",
            "email",
            email,
            "password",
            TestStaff.PASSWORD,
            "again",
            TestStaff.PASSWORD,
            "factor",
            "sheet");
    return new Visitor(port).fill(path(link), answers).status();
  }

  @Test
  void theLinkLeadsToThePortThatIsOpenAndStaysOpenADay(CapturedOutput said) {
    var link = started(said).orElseThrow();
    assertThat(link).startsWith("http://localhost:" + port + "/fr/staff/invitation/");
    assertThat(said.getOut()).contains("within 24 hours");
    assertThat(open(link)).isEqualTo(200);
    assertThat(
            sql.sql("select extract(epoch from expires_at - made_at)::bigint from people.link")
                .query(Long.class)
                .single())
        .isEqualTo(Duration.ofHours(24).toSeconds());
    sql.sql("update people.link set expires_at = now() - interval '1 second'").update();
    assertThat(open(link)).isEqualTo(410);
  }

  @Test
  void eachStartMakesANewLinkAndTheEarlierOpensNoMore(CapturedOutput said) {
    var first = started(said).orElseThrow();
    var second = started(said).orElseThrow();
    assertThat(second).isNotEqualTo(first);
    assertThat(open(first)).isEqualTo(410);
    assertThat(open(second)).isEqualTo(200);
  }

  @Test
  void itMakesOneAdministratorAndThenNoStartPrintsOne(CapturedOutput said) {
    var link = started(said).orElseThrow();
    var email = TestStaff.address();
    assertThat(take(link, email)).isEqualTo(200);
    var founder = accounts.findByEmail(email).orElseThrow();
    assertThat(founder.status()).isEqualTo(Status.ACTIVE);
    assertThat(founder.roles()).containsExactly(Role.ADMIN);
    assertThat(open(link)).isEqualTo(410);
    assertThat(started(said)).isEmpty();
  }

  @Test
  void aLinkThatWaitedWhileAnotherAdministratorCameOpensNoMore(CapturedOutput said) {
    var link = started(said).orElseThrow();
    staff.member(Role.ADMIN);
    assertThat(open(link)).isEqualTo(410);
    assertThat(started(said)).isEmpty();
  }
}
