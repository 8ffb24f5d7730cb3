package org.foyal.requests.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.cases.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Administrators give keys to programs, once seen, and take them back.
@HouseTest
class GivingProgramsKeysTest {
  private static final String PAGE = "/fr/staff/programs";
  private static final Pattern KEY = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>");

  private final Member boss = new Member(Role.ADMIN);
  private final String name = "Application " + UUID.randomUUID();

  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;

  private MvcTestResult post(String address, String called, String contact) {
    return web.post()
        .uri(address)
        .with(boss.here())
        .with(csrf())
        .param("name", called)
        .param("contact", contact)
        .exchange();
  }

  @Test
  void theSameFormSentAgainGivesNoSecondKey() {
    var form = UUID.randomUUID().toString();
    assertThat(post(PAGE, form, name, "p@example.org"))
        .hasStatusOk()
        .bodyText()
        .containsPattern(KEY);
    assertThat(post(PAGE, form, name, "p@example.org"))
        .hasStatus(422)
        .bodyText()
        .contains("a déjà sa clé")
        .doesNotContainPattern(KEY);
    assertThat(
            sql.sql("select count(*) from requests.client where name = :name")
                .param("name", name)
                .query(Long.class)
                .single())
        .isOne();
  }

  private MvcTestResult post(String address, String form, String called, String contact) {
    return web.post()
        .uri(address)
        .with(boss.here())
        .with(csrf())
        .param("form", form)
        .param("name", called)
        .param("contact", contact)
        .exchange();
  }

  private String given() throws Exception {
    var answer = post(PAGE, name, "p@example.org");
    assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
    var key = KEY.matcher(Program.body(answer));
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private int writing(String key) {
    return new Program(web, key).post("requests.xml").getResponse().getStatus();
  }

  @Test
  void aKeyIsShownOnceAndOpensTheDoorUntilItIsTakenBack() throws Exception {
    var key = given();
    assertThat(writing(key)).as("admitted, though nothing is said").isEqualTo(400);
    var list = web.get().uri(PAGE).with(boss.here()).exchange();
    assertThat(list).bodyText().contains(name, "Dernier emploi").doesNotContain(key);
    var id =
        sql.sql("select id from requests.client where name = :name")
            .param("name", name)
            .query(UUID.class)
            .single();
    assertThat(post(PAGE + "/" + id + "/revoke", "", "")).hasStatus(302);
    assertThat(writing(key)).isEqualTo(403);
    assertThat(web.get().uri(PAGE).with(boss.here()).exchange()).bodyText().contains("Retirée le");
  }

  @Test
  void theDatabaseKeepsNoKey() throws Exception {
    var key = given();
    assertThat(
            sql.sql("select count(*) from requests.client c where c::text like :key")
                .param("key", "%" + key + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"'',p@example.org", "Application,no address", "Application,''"})
  void aProgramNeedsANameAndSomebodyToWriteTo(String called, String contact) {
    assertThat(post(PAGE, called, contact)).hasStatus(422);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void onlyAdministratorsGiveKeys(Role role) {
    assertThat(web.get().uri(PAGE).with(new Member(role).here()).exchange()).hasStatus(403);
  }

  @Test
  void anIdThatIsNoneIsNotFound() {
    assertThat(post(PAGE + "/nothing/revoke", "", "")).hasStatus(404);
    assertThat(post(PAGE + "/" + UUID.randomUUID() + "/revoke", "", "")).hasStatus(302);
  }
}
