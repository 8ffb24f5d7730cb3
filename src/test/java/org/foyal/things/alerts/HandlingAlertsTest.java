package org.foyal.things.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.things.Station;
import org.foyal.things.editing.Entities;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The staff keeps rules and answers for alerts; everybody may read what is open.
@HouseTest
class HandlingAlertsTest {
  private static final String ALERTS = "/fr/staff/things/alerts";
  private static final String RULES = "/fr/staff/things/rules";

  @Autowired MockMvcTester web;
  @Autowired ThingAlerts alerts;
  @Autowired AlertRules rules;
  @Autowired Entities entities;
  @Autowired Asked people;
  @Autowired JdbcClient sql;

  private final Member ana = new Member(Role.AGENT);
  private final String id = UUID.randomUUID().toString();
  private final Instant now = Instant.now();
  private Station station;

  @BeforeEach
  void aStation() {
    station = Station.of(sql, "Sonde <du> pont", true);
  }

  private MvcTestResult post(String path, Map<String, String> fields) {
    var request = web.post().uri(path).with(ana.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult write(Map<String, String> some) {
    var fields =
        new HashMap<>(
            Map.of(
                "id", id,
                "datastream", "" + station.datastream(),
                "name", "Eau trop haute",
                "kind", "ABOVE",
                "bound", "80,5",
                "hysteresis", "5",
                "readings", "1",
                "minutes", "0",
                "version", "0"));
    fields.putAll(some);
    return post(RULES, fields);
  }

  private Rule rule() {
    return rules.find(UUID.fromString(id)).orElseThrow().rule();
  }

  private Alert opened() {
    station.reads(now.minusSeconds(60), 99.0);
    alerts.heard(List.of(station.datastream()));
    return alerts.listOpen().stream()
        .filter(one -> one.ruleId().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRuleIsWrittenChangedAndTakenAway() {
    var bo = Objects.requireNonNull(people.member(Role.AGENT).id());
    assertThat(write(Map.of("tell", bo.toString()))).hasStatusOk();
    assertThat(write(Map.of("tell", bo.toString()))).as("the same form twice").hasStatusOk();
    assertThat(rule().condition())
        .isEqualTo(new Condition.Threshold(true, 80.5, 5, 1, Duration.ZERO));
    assertThat(rule().addressees()).containsExactly(bo);
    assertThat(write(Map.of("version", "1", "bound", "-3"))).hasStatusOk();
    assertThat(rule().condition())
        .isEqualTo(new Condition.Threshold(true, -3, 5, 1, Duration.ZERO));
    assertThat(rule().addressees()).isEmpty();
    assertThat(write(Map.of("version", "1", "bound", "4")))
        .as("somebody wrote first")
        .hasStatus(409);
    assertThat(post(RULES + "/" + id + "/remove", Map.of())).hasStatusOk();
    assertThat(rules.find(UUID.fromString(id))).isEmpty();
    assertThat(post(RULES + "/" + id + "/remove", Map.of())).hasStatus(409);
  }

  @Test
  void whatTheStaffWatchesNoMakerTakesAway() {
    write(Map.of());
    var writer = new Writer("maker", true, new Rights.Some(Set.of(station.thing())));
    assertThat(entities.delete(EntityType.DATASTREAM, station.datastream(), writer))
        .isInstanceOfSatisfying(
            Written.Forbidden.class, no -> assertThat(no.reason()).contains("Eau trop haute"));
    post(RULES + "/" + id + "/remove", Map.of());
    assertThat(entities.delete(EntityType.DATASTREAM, station.datastream(), writer))
        .isInstanceOf(Written.Deleted.class);
  }

  @Test
  void aCaseIsAskedForOfADepartmentThatIsThere() {
    var department = people.department().code();
    assertThat(write(Map.of("opensCase", "yes", "department", "nobody"))).hasStatus(422);
    assertThat(write(Map.of("opensCase", "yes", "department", department))).hasStatusOk();
    assertThat(rule().department()).contains(department);
  }

  @ParameterizedTest
  @CsvSource({
    "name, ''",
    "datastream, 999999999",
    "datastream, pont",
    "kind, WEIRD",
    "bound, ''",
    "bound, NaN",
    "bound, 1e999",
    "hysteresis, -1",
    "readings, 0",
    "readings, 10001",
    "minutes, -1",
    "minutes, 527041"
  })
  void whatCanNotStandIsTold(String field, String typed) {
    assertThat(write(Map.of(field, typed))).hasStatus(422).bodyText().contains("class=\"error\"");
    assertThat(rules.find(UUID.fromString(id))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ABSENCE, 1, 0", "CONSTANT, 1, 10", "ABSENCE, 1, ''"})
  void silenceLastsAndWhatIsConstantIsReadTwice(String kind, String readings, String minutes) {
    assertThat(write(Map.of("kind", kind, "readings", readings, "minutes", minutes)))
        .hasStatus(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void theSaidIsSafeInEveryLanguage(String language) {
    write(Map.of());
    opened();
    for (var path : List.of("/staff/things/alerts", "/staff/things/rules")) {
      assertThat(web.get().uri("/" + language + path).with(ana.here()).exchange())
          .hasStatusOk()
          .bodyText()
          .contains("Sonde &lt;du&gt; pont")
          .contains("80")
          .doesNotContain("Sonde <du>");
    }
  }

  @Test
  void anAlertIsAcknowledgedAndClosed() {
    write(Map.of());
    var alert = opened();
    var path = ALERTS + "/" + alert.id();
    assertThat(post(path + "/acknowledge", Map.of("note", "J’y vais <vite>")))
        .hasStatusOk()
        .bodyText()
        .contains("J’y vais &lt;vite&gt;");
    assertThat(post(path + "/acknowledge", Map.of())).hasStatus(409);
    assertThat(post(path + "/close", Map.of())).hasStatusOk();
    assertThat(post(path + "/close", Map.of())).hasStatus(409);
    assertThat(alerts.find(alert.id()).orElseThrow().closedByHand()).isTrue();
    assertThat(
            sql.sql("select count(*) from people.act where about like :about")
                .param("about", "%(" + alert.id() + ")")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void maintenanceIsNotedAndCalledOff() {
    write(Map.of());
    var form = UUID.randomUUID().toString();
    var fields =
        Map.of(
            "form", form, "of", "thing", "from", "2999-01-01T08:00", "until", "2999-01-01T12:00");
    assertThat(post(RULES + "/" + id + "/pause", fields)).hasStatusOk();
    post(RULES + "/" + id + "/pause", fields);
    assertThat(rules.listPauses())
        .filteredOn(one -> one.id().toString().equals(form))
        .singleElement()
        .satisfies(one -> assertThat(one.thing()).contains(station.thing()));
    assertThat(post(RULES + "/pauses/" + form + "/end", Map.of())).hasStatusOk();
    assertThat(rules.listPauses()).noneMatch(one -> one.id().toString().equals(form));
    assertThat(post(RULES + "/" + id + "/pause", Map.of("from", "hier", "until", "demain")))
        .hasStatus(422);
    assertThat(
            post(
                RULES + "/" + id + "/pause",
                Map.of("from", "2999-01-01T08:00", "until", "2999-01-01T07:00")))
        .hasStatus(422);
  }

  @Test
  void everybodyReadsWhatIsOpenButNotWhoSawIt() {
    write(Map.of());
    var alert = opened();
    post(ALERTS + "/" + alert.id() + "/acknowledge", Map.of("note", "secret-note"));
    var answer = web.get().uri("/api/things/alerts").exchange();
    assertThat(answer)
        .hasStatusOk()
        .bodyText()
        .contains("\"id\":" + alert.id())
        .contains("\"acknowledged\":true")
        .contains("\"example\":true")
        .doesNotContain("secret-note")
        .doesNotContain(ana.id().toString());
    assertThat(web.get().uri("/api/things/alerts?all=1").exchange()).hasStatus(400);
  }

  @Test
  void onlyAdministratorsAndAgentsEnter() {
    for (var path : List.of(ALERTS, RULES)) {
      var elected = new Member(Role.ELECTED).here();
      assertThat(web.get().uri(path).exchange().getResponse().getStatus()).isNotEqualTo(200);
      assertThat(web.get().uri(path).with(elected).exchange().getResponse().getStatus())
          .isNotEqualTo(200);
    }
  }
}
