package org.foyal.things.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.cases.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The staff enters devices, shows their secret once, changes it and takes it back.
@HouseTest
class GivingDevicesKeysTest {
  private static final String PAGE = "/fr/staff/things/devices";

  /// Usernames of other tests stand in the list below, in a `code` as well.
  private static final Pattern SECRET =
      Pattern.compile("<dd class=\"long\"><code>([A-Za-z0-9_-]{22})</code>");

  private static final Pattern CODE =
      Pattern.compile("<p class=\"long\"><code>([2-9A-Z]{8})</code>");

  private final Member boss = new Member(Role.ADMIN);
  private final Member maker = new Member(Role.FABLAB);
  private final String form = UUID.randomUUID().toString();

  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;

  private MvcTestResult post(Member who, String path, Map<String, String> some) {
    var request = web.post().uri(PAGE + path).with(who.here()).with(csrf());
    some.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult enter(Member who, Map<String, String> some) {
    var fields =
        new HashMap<>(
            Map.of(
                "form",
                form,
                "name",
                "Capteur <b>",
                "reach",
                "some",
                "things",
                "",
                "aDay",
                "100",
                "burst",
                "10",
                "how",
                "now"));
    fields.putAll(some);
    return post(who, "", fields);
  }

  private static String body(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void aSecretIsShownOnce() {
    var given = enter(maker, Map.of());
    assertThat(given).hasStatusOk().hasHeader("Cache-Control", "no-store");
    assertThat(SECRET.matcher(body(given)).find()).isTrue();
    assertThat(body(given)).contains("Capteur &lt;b&gt;");
    var again = enter(maker, Map.of());
    assertThat(again).hasStatus(422);
    assertThat(SECRET.matcher(body(again)).find()).isFalse();
    var trail =
        sql.sql("select count(*) from people.act where what = 'things.devices.act.entered'");
    assertThat(trail.query(Long.class).single()).isPositive();
  }

  @Test
  void onlyAdministratorsOpenAllThings() {
    assertThat(enter(maker, Map.of("reach", "all"))).hasStatus(422);
    assertThat(enter(boss, Map.of("reach", "all"))).hasStatusOk();
    assertThat(post(maker, "/" + form + "/rotate", Map.of())).hasStatus(404);
    assertThat(post(boss, "/" + form + "/rotate", Map.of("hours", "x"))).hasStatus(422);
    assertThat(SECRET.matcher(body(post(boss, "/" + form + "/rotate", Map.of()))).find()).isTrue();
    assertThat(post(boss, "/" + form + "/revoke", Map.of())).hasStatusOk();
    assertThat(post(boss, "/" + form + "/rotate", Map.of())).hasStatus(422);
    assertThat(post(boss, "/x/revoke", Map.of())).hasStatus(404);
  }

  @Test
  void othersOfTheStaffStayOut() {
    assertThat(enter(new Member(Role.AGENT), Map.of())).hasStatus(403);
  }

  @Test
  void whatCantStandIsToldFieldByField() {
    var answer = enter(boss, Map.of("name", " ", "things", "1, deux", "aDay", "0", "burst", "-1"));
    assertThat(answer).hasStatus(422);
    assertThat(body(answer))
        .contains("id=\"name-error\"", "id=\"things-error\"", "id=\"aDay-error\"")
        .contains("id=\"burst-error\"");
    assertThat(enter(boss, Map.of("things", "99999999"))).hasStatus(422);
  }

  @Test
  void aProgramExchangesACodeForItsCredentials() {
    var code = CODE.matcher(body(enter(maker, Map.of("how", "code"))));
    assertThat(code.find()).isTrue();
    var claim = claim("{\"code\":\"" + code.group(1) + "\"}");
    assertThat(claim).hasStatus(201).hasHeader("Cache-Control", "no-store");
    assertThat(body(claim)).contains("\"secret\":\"", "\"username\":\"");
    assertThat(claim("{\"code\":\"" + code.group(1) + "\"}")).hasStatus(404);
    assertThat(claim("{\"code\":7}")).hasStatus(400);
    assertThat(claim("{")).hasStatus(400);
    assertThat(claim("x".repeat(9_000))).hasStatus(400);
  }

  private MvcTestResult claim(String body) {
    return web.post()
        .uri("/api/things/claims")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }
}
