package org.foyal.things.adding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.cases.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.things.Sensing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Staff and makers connect an object in three steps.
@HouseTest
class AddingAnObjectTest {
  private static final String PAGE = "/fr/staff/things/new";
  private static final Pattern USERNAME = Pattern.compile("id=\"username\">([^<]+)<");
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
  private static final Pattern DATASTREAM = Pattern.compile("série numéro (\\d+)");

  private final Member maker = new Member(Role.FABLAB);
  private final String form = UUID.randomUUID().toString();
  private final String name = "Sonde " + form;

  @LocalServerPort int port;
  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;

  private MvcTestResult add(Map<String, String> some) {
    var fields =
        new HashMap<>(
            Map.of(
                "form",
                form,
                "name",
                name,
                "measure",
                "water-level",
                "lat",
                "14,60456",
                "lon",
                "-61.06789"));
    fields.putAll(some);
    var request = web.post().uri(PAGE).with(maker.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address).with(maker.here()).exchange();
  }

  private static String body(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private String place() {
    return sql.sql("select location::text from things.location where name = :name")
        .param("name", name)
        .query(String.class)
        .single();
  }

  @Test
  void itsKeyIsShownOnceWithCodeThatIsFilledIn() {
    var given = add(Map.of());
    assertThat(given).hasStatusOk().hasHeader("Cache-Control", "no-store");
    var page = body(given);
    var secret = found(SECRET, page);
    assertThat(page)
        .contains(
            "curl -u '" + found(USERNAME, page) + ":" + secret,
            "Datastreams(" + found(DATASTREAM, page) + ")/Observations",
            "Rien n’est encore arrivé.");
    assertThat(place()).contains("14.60456");
    assertThat(body(get(PAGE + "/" + form))).doesNotContain(secret).contains("Rien n’est encore");
  }

  @Test
  void theFirstObservationIsSeenToCome() {
    var page = body(add(Map.of()));
    var key = found(USERNAME, page) + ":" + found(SECRET, page);
    var told =
        new Sensing(port)
            .send(
                "POST",
                "/Datastreams(" + found(DATASTREAM, page) + ")/Observations",
                "{\"result\": 0.42}",
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
    assertThat(told.status()).isEqualTo(201);
    assertThat(body(get(PAGE + "/" + form)))
        .contains("La première observation est arrivée.", "0,42");
  }

  @Test
  void theSameFormTwiceAddsOneObject() {
    assertThat(add(Map.of())).hasStatusOk();
    assertThat(body(add(Map.of()))).contains("La clé n’a été montrée qu’une fois");
    var count = sql.sql("select count(*) from things.thing where name = :name").param("name", name);
    assertThat(count.query(Long.class).single()).isOne();
  }

  @Test
  void aHomeIsRoundedBeforeItIsStored() {
    assertThat(body(add(Map.of("home", "yes")))).contains("place approchée");
    assertThat(place()).contains("[-61.07, 14.6]").doesNotContain("60456", "06789");
  }

  @Test
  void whatCantStandIsToldAndNothingIsAdded() {
    assertThat(add(Map.of("name", " "))).hasStatus(422);
    assertThat(add(Map.of("measure", "klingon"))).hasStatus(422);
    assertThat(add(Map.of("name", "x".repeat(200)))).hasStatus(422);
    assertThat(body(add(Map.of("lat", "91")))).contains("id=\"where-error\"");
    assertThat(add(Map.of("at", "NaN,1"))).hasStatus(422);
    var count =
        sql.sql("select count(*) from things.device where id = :id::uuid").param("id", form);
    assertThat(count.query(Long.class).single()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?name=%00&measure=%00",
        "/where?name=a&measure=rain&q=%00",
        "/where?name=a&measure=rain&q=%E2%80%AE'--",
        "/where"
      })
  void hostileStepsAreNoMistakeOfTheHouse(String more) {
    assertThat(get(PAGE + more))
        .satisfies(answer -> assertThat(answer.getResponse().getStatus()).isIn(200, 422));
  }

  @Test
  void anUnknownObjectAndOtherRolesFindNothing() {
    assertThat(get(PAGE + "/" + UUID.randomUUID())).hasStatus(404);
    var agent = new Member(Role.AGENT);
    assertThat(web.get().uri(PAGE).with(agent.here()).exchange()).hasStatus(403);
  }
}
