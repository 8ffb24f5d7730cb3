package org.foyal.home.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Entry;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.foyal.things.Station;
import org.foyal.things.alerts.Alert;
import org.foyal.things.alerts.ThingAlerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where the rule says so, an alert becomes a case, once; the case hears of the end, once.
@HouseTest
class AlertsBecomingCasesTest {
  @Autowired ThingAlerts alerts;
  @Autowired AlertCases cases;
  @Autowired AlertCasesNightly nightly;
  @Autowired CaseWork work;
  @Autowired Asked people;
  @Autowired JdbcClient sql;

  private final UUID rule = UUID.randomUUID();
  private final Instant now = Instant.now();
  private Station station;
  private Actor bo;

  @BeforeEach
  void aStation() {
    station = Station.of(sql, "canal", false);
    bo = people.member(Role.AGENT);
  }

  private void rule(boolean opensCase, String department) {
    sql.sql(
            """
            with rule as (
              insert into things.alert_rule (id, datastream, name, kind, bound, opens_case, department, made_at, version)
              values (:id, :datastream, 'Canal plein', 'ABOVE', 80, :opensCase, :department, now(), 1) returning id)
            insert into things.alert_watch (rule, phase, newest, run, run_since, run_value)
            select id, 'QUIET', 'epoch', 0, 'epoch', 0 from rule
            """)
        .param("id", rule)
        .param("datastream", station.datastream())
        .param("opensCase", opensCase)
        .param("department", department)
        .update();
  }

  private void reads(int minutesAgo, double number) {
    station.reads(now.minus(Duration.ofMinutes(minutesAgo)), number);
    alerts.heard(List.of(station.datastream()));
  }

  private Alert alert() {
    return java.util.stream.Stream.concat(alerts.listOpen().stream(), alerts.listClosed().stream())
        .filter(one -> one.ruleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private CaseWork.Whole asked() {
    return work.find(alert().reference().orElseThrow().toString(), bo).orElseThrow();
  }

  @Test
  void theCaseIsOpenAtTheDepartmentOfTheRule() {
    var department = people.department();
    rule(true, department.code());
    reads(10, 90);
    var opened = asked().asked();
    assertThat(opened.kind()).isEqualTo("things");
    assertThat(opened.subject()).contains("Canal plein").contains("canal");
    assertThat(opened.department()).contains(department);
    assertThat(opened.example()).isFalse();
  }

  @Test
  void itIsOneCaseHoweverOftenItIsTried() {
    rule(true, "no-such-department");
    reads(10, 90);
    var reference = alert().reference();
    sql.sql("update things.alert set case_reference = null where rule = :rule")
        .param("rule", rule)
        .update(); // as if the process had died in between
    nightly.minute();
    assertThat(alert().reference()).isEqualTo(reference).isPresent();
    assertThat(asked().asked().department()).isEmpty();
  }

  @Test
  void theEndOfTheAlertIsALineOfTheCaseWhichStaysOpen() {
    rule(true, "none");
    reads(10, 90);
    reads(9, 10);
    nightly.minute();
    cases.close(alert().id());
    assertThat(asked().thread())
        .filteredOn(line -> line.author() == Entry.Author.HOUSE)
        .singleElement()
        .satisfies(line -> assertThat(line.words().orElseThrow()).startsWith("Revenue"));
    assertThat(asked().asked().state()).isEqualTo(Case.State.RECEIVED);
    assertThat(cases.unsaid()).doesNotContain(alert().id());
  }

  @Test
  void unlessTheRuleSaysSoThereIsNoCase() {
    rule(false, "none");
    reads(10, 90);
    nightly.minute();
    assertThat(alert().reference()).isEmpty();
  }

  @Test
  void whatAnExampleReportsIsACaseWithTheSameMark() {
    station = Station.of(sql, "exemple", true);
    rule(true, "none");
    reads(10, 90);
    assertThat(asked().asked().example()).isTrue();
  }
}
