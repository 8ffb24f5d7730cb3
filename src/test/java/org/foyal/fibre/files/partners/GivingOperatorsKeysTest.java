package org.foyal.fibre.files.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.cases.desk.Member;
import org.foyal.fibre.files.Delivering;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Administrators enter operators, give keys to their programs, once seen, and take them back.
@HouseTest
class GivingOperatorsKeysTest {
  private static final String PAGE = "/fr/staff/fibre/partners";
  private static final Pattern KEY = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>");

  private final Member boss = new Member(Role.ADMIN);

  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;

  @BeforeEach
  void nobodyIsKnown() {
    Delivering.clear(sql);
  }

  private MvcTestResult post(String path, String... fields) {
    var request = web.post().uri(PAGE + path).with(boss.here()).with(csrf());
    for (int i = 0; i + 1 < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  private static String body(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void anOperatorIsEnteredOnceByItsCode() {
    assertThat(post("/operators", "code", "exmp", "name", "Exemple")).hasStatusOk();
    assertThat(post("/operators", "code", "EXMP", "name", "Autre")).hasStatus(422);
    assertThat(post("/operators", "code", "é!", "name", "")).hasStatus(422);
    assertThat(sql.sql("select code from fibre.operator").query(String.class).list())
        .containsExactly("EXMP");
  }

  @Test
  void aKeyIsShownOnceKeptAsItsDigestAndTakenBack() {
    post("/operators", "code", "EXMP", "name", "Exemple");
    var form = UUID.randomUUID().toString();
    var given = post("", "form", form, "name", "P", "contact", "p@example.org", "operator", "EXMP");
    assertThat(given).hasStatusOk().hasHeader("Cache-Control", "no-store");
    var key = KEY.matcher(body(given));
    assertThat(key.find()).isTrue();
    assertThat(post("", "form", form, "name", "P", "contact", "p@example.org", "operator", "EXMP"))
        .hasStatus(422);
    var door =
        web.get()
            .uri("/api/fibre/deliveries")
            .header("Authorization", "Bearer " + key.group(1))
            .exchange();
    assertThat(door).hasStatusOk();
    var id = sql.sql("select id from fibre.partner").query(UUID.class).single();
    assertThat(post("/" + id + "/revoke")).hasStatusOk();
    assertThat(
            web.get()
                .uri("/api/fibre/deliveries")
                .header("Authorization", "Bearer " + key.group(1))
                .exchange())
        .hasStatus(401);
    assertThat(post("/x/revoke")).hasStatus(404);
  }

  @Test
  void aProgramNeedsANameAnAddressAndAKnownOperator() {
    assertThat(post("", "name", "", "contact", "x", "operator", "NONE")).hasStatus(422);
    assertThat(post("/speakers/" + UUID.randomUUID(), "operator", "EXMP")).hasStatus(404);
  }
}
