package org.foyal.things.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.foyal.things.Station;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What is stored is seen; an alert is opened once and told once.
@HouseTest
class AlertingTest {
  private static final Condition HIGH = new Condition.Threshold(true, 80, 5, 1, Duration.ZERO);

  @Autowired ThingAlerts alerts;
  @Autowired AlertRules rules;
  @Autowired Watcher watcher;
  @Autowired OpenAlertStore store;
  @Autowired Asked people;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  private final Instant now = Instant.now();
  private Station station;
  private Actor bo;

  @BeforeEach
  void aStationAndSomebody() {
    station = Station.of(sql, "watched", false);
    listening(Duration.ofDays(1));
    bo = people.member(Role.AGENT);
  }

  private Rule rule(Condition condition) {
    var made =
        new Rule(
            UUID.randomUUID(),
            station.datastream(),
            "Eau trop haute",
            condition,
            Set.of(Objects.requireNonNull(bo.id())),
            false,
            Optional.empty(),
            0);
    assertThat(rules.add(bo, made)).isEqualTo(AlertRules.Writing.DONE);
    return made;
  }

  private void reads(int minutesAgo, double number) {
    station.reads(now.minus(Duration.ofMinutes(minutesAgo)), number);
    heard(Duration.ZERO);
    alerts.heard(List.of(station.datastream()));
  }

  private void heard(Duration ago) {
    sql.sql("update things.datastream set heard_at = :at where id = :id")
        .param("at", Instant.now().minus(ago).atOffset(ZoneOffset.UTC))
        .param("id", station.datastream())
        .update();
  }

  private void listening(Duration forSo) {
    alerts.listen();
    sql.sql("update things.alert_listening set since = :since")
        .param("since", Instant.now().minus(forSo).atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<Alert> open(Rule rule) {
    return alerts.listOpen().stream().filter(one -> one.ruleId().equals(rule.id())).toList();
  }

  private List<Alert> closed(Rule rule) {
    return alerts.listClosed().stream().filter(one -> one.ruleId().equals(rule.id())).toList();
  }

  private List<String> letters() {
    return sql.sql("select subject from post.letter where address = :address order by id")
        .param("address", Asked.addressOf(Objects.requireNonNull(bo.id())))
        .query(String.class)
        .list();
  }

  @Test
  void anAlertIsOpenedOnceAndToldOnceAndSoIsItsEnd() {
    var rule = rule(HIGH);
    reads(30, 79);
    assertThat(open(rule)).isEmpty();
    reads(29, 85);
    reads(28, 90);
    assertThat(open(rule))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.value()).contains(85.0);
          assertThat(one.source().thingName()).isEqualTo("watched");
        });
    assertThat(letters()).singleElement().asString().startsWith("Alerte");
    reads(27, 76);
    assertThat(open(rule)).as("within the margin").hasSize(1);
    reads(26, 74);
    assertThat(open(rule)).isEmpty();
    assertThat(closed(rule))
        .singleElement()
        .satisfies(one -> assertThat(one.closedByHand()).isFalse());
    assertThat(letters()).hasSize(2).last().asString().startsWith("Fin d’alerte");
  }

  @Test
  void ofSeveralWhoLookAtOnceOneOpensIt() throws InterruptedException {
    var rule = rule(HIGH);
    station.reads(now.minusSeconds(60), 85.0);
    var lookers =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(
                _ -> Thread.ofVirtual().start(() -> alerts.heard(List.of(station.datastream()))))
            .toList();
    for (var one : lookers) {
      assertThat(one.join(Duration.ofMinutes(1))).isTrue();
    }
    assertThat(open(rule)).hasSize(1);
    assertThat(letters()).hasSize(1);
  }

  @Test
  void allThatIsStoredIsSeenThoughNobodyTold() {
    var rule = rule(HIGH);
    station.reads(now.minusSeconds(60), 85.0);
    heard(Duration.ofSeconds(1));
    alerts.pass();
    assertThat(open(rule)).hasSize(1);
  }

  @Test
  void whatWasThereBeforeTheRuleIsNotSeen() {
    station.reads(now.minusSeconds(60), 85.0);
    var rule = rule(HIGH);
    alerts.heard(List.of(station.datastream()));
    assertThat(open(rule)).isEmpty();
  }

  @Test
  void aLateReadingOpensNothing() {
    var rule = rule(HIGH);
    reads(10, 50);
    reads(20, 99);
    assertThat(open(rule)).isEmpty();
  }

  /// Readings a minute each, that come in at once: low and high in turns.
  private void uploads(int count, Duration firstAgo, double last) {
    sql.sql(
            """
            with n as (insert into things.observation (datastream, phenomenon_from, id, number)
              select :datastream, :first + i * interval '1 minute', nextval('things.observation_number'),
                case when i = :count - 1 then :last when i % 2 = 0 then 10 else 99 end
              from generate_series(0, :count - 1) as i returning 1)
            update things.datastream set observations = observations + :count, heard_at = now()
            where id = :datastream
            """)
        .param("datastream", station.datastream())
        .param("first", now.minus(firstAgo).atOffset(ZoneOffset.UTC))
        .param("count", count)
        .param("last", last)
        .update();
  }

  @Test
  void ofThousandsOfReadingsAtOnceWhatIsTrueAfterTheLastIsToldOnce() {
    var rule = rule(HIGH);
    uploads(6_000, Duration.ofMinutes(6_001), 99);
    alerts.heard(List.of(station.datastream()));
    assertThat(open(rule)).hasSize(1);
    assertThat(closed(rule)).isEmpty();
    assertThat(letters()).hasSize(1);
    reads(0, 10);
    assertThat(open(rule)).isEmpty();
    assertThat(letters()).hasSize(2);
  }

  @Test
  void aPeakThatIsOverWhenItIsHeardOfOpensNothing() {
    var rule = rule(HIGH);
    uploads(6_001, Duration.ofMinutes(6_001), 10);
    alerts.heard(List.of(station.datastream()));
    alerts.pass();
    assertThat(open(rule)).isEmpty();
    assertThat(closed(rule)).isEmpty();
    assertThat(letters()).isEmpty();
  }

  @Test
  void whileADeviceStillBringsWhatItKeptNothingIsToldAndThenItIs() {
    var rule = rule(HIGH);
    for (int day = 9; day > 2; day--) {
      uploads(1_440, Duration.ofDays(day), day % 2 == 0 ? 99 : 10);
      alerts.heard(List.of(station.datastream()));
      assertThat(open(rule)).isEmpty();
      assertThat(closed(rule)).isEmpty();
    }
    uploads(1_440, Duration.ofDays(2), 99);
    alerts.heard(List.of(station.datastream()));
    assertThat(letters()).isEmpty();
    alerts.pass();
    assertThat(open(rule)).hasSize(1);
    assertThat(letters()).hasSize(1);
  }

  @Test
  void aReadingOfATimeToComeBlindsNoRule() {
    var rule = rule(HIGH);
    station.reads(now.plus(Duration.ofDays(3_000)), 10.0);
    reads(1, 99);
    assertThat(open(rule)).hasSize(1);
  }

  @Test
  void silenceIsToldEachMinuteAndEndsWhenSomethingIsHeard() {
    var rule = rule(new Condition.Absence(Duration.ofMinutes(15)));
    heard(Duration.ofMinutes(14));
    alerts.pass();
    assertThat(open(rule)).isEmpty();
    heard(Duration.ofMinutes(16));
    alerts.pass();
    alerts.pass();
    assertThat(open(rule)).singleElement().satisfies(one -> assertThat(one.value()).isEmpty());
    reads(600, 1); // late as it is, it is heard
    assertThat(open(rule)).isEmpty();
    assertThat(letters()).hasSize(2);
  }

  @Test
  void silenceCountsOnlyFromWhenSomebodyListenedAgain() {
    var rule = rule(new Condition.Absence(Duration.ofMinutes(15)));
    heard(Duration.ofHours(6));
    sql.sql("update things.alert_listening set last_at = now() - interval '5 hours'").update();
    alerts.pass();
    assertThat(open(rule)).as("the server was down itself").isEmpty();
    listening(Duration.ofMinutes(14));
    alerts.pass();
    assertThat(open(rule)).isEmpty();
    listening(Duration.ofMinutes(16));
    alerts.pass();
    assertThat(open(rule))
        .singleElement()
        .satisfies(one ->
            assertThat(one.since())
                .as("when it was heard last")
                .isBefore(now.minusSeconds(20_000)));
    listening(Duration.ofMinutes(1));
    alerts.pass();
    assertThat(open(rule)).as("it is silent still").hasSize(1);
  }

  @Test
  void whatWasNeverHeardIsAbsentSinceTheRuleWasMade() {
    var rule = rule(new Condition.Absence(Duration.ofMinutes(15)));
    alerts.pass();
    assertThat(open(rule)).isEmpty();
    sql.sql("update things.alert_rule set made_at = made_at - interval '1 hour' where id = :id")
        .param("id", rule.id())
        .update();
    alerts.pass();
    assertThat(open(rule)).hasSize(1);
  }

  @Test
  void inAPauseOfTheThingNothingIsToldAndWhatIsStillTrueOpensAfterwards() {
    var rule = rule(HIGH);
    var pause =
        new Pause(
            UUID.randomUUID(),
            Optional.empty(),
            Optional.of(station.thing()),
            "watched",
            now.minusSeconds(60),
            now.plusSeconds(3_600));
    rules.pause(bo, pause);
    reads(10, 99);
    alerts.pass();
    assertThat(open(rule)).isEmpty();
    assertThat(letters()).isEmpty();
    rules.endPause(bo, pause.id());
    alerts.pass();
    assertThat(open(rule)).hasSize(1);
    assertThat(letters()).hasSize(1);
  }

  @Test
  void aPauseOfARuleLeavesTheOthersAlone() {
    var paused = rule(HIGH);
    var other = rule(HIGH);
    rules.pause(
        bo,
        new Pause(
            UUID.randomUUID(),
            Optional.of(paused.id()),
            Optional.empty(),
            "Eau",
            now.minusSeconds(60),
            now.plusSeconds(3_600)));
    reads(10, 99);
    assertThat(open(paused)).isEmpty();
    assertThat(open(other)).hasSize(1);
  }

  @Test
  void closedByHandItOpensAgainOnceAllWasRight() {
    var rule = rule(HIGH);
    reads(10, 99);
    var alert = open(rule).getFirst();
    assertThat(alerts.close(bo, alert.id())).isEqualTo(ThingAlerts.Handling.DONE);
    assertThat(alerts.close(bo, alert.id())).isEqualTo(ThingAlerts.Handling.OVERTAKEN);
    reads(9, 98);
    assertThat(open(rule)).isEmpty();
    assertThat(closed(rule))
        .singleElement()
        .satisfies(one -> assertThat(one.closedByHand()).isTrue());
    reads(8, 10);
    reads(7, 99);
    assertThat(open(rule)).hasSize(1);
  }

  @Test
  void itIsAcknowledgedOnceWithANote() {
    var rule = rule(HIGH);
    reads(10, 99);
    var alert = open(rule).getFirst();
    assertThat(alerts.acknowledge(bo, alert.id(), "J’y vais."))
        .isEqualTo(ThingAlerts.Handling.DONE);
    assertThat(alerts.acknowledge(bo, alert.id(), "Moi aussi."))
        .isEqualTo(ThingAlerts.Handling.OVERTAKEN);
    var seen = alerts.find(alert.id()).orElseThrow().acknowledged().orElseThrow();
    assertThat(seen.by()).isEqualTo(bo.id());
    assertThat(seen.note()).isEqualTo("J’y vais.");
  }

  @Test
  void theDatabaseItselfKeepsARuleFromHavingTwoOpen() {
    var rule = rule(HIGH);
    reads(10, 99);
    assertThat(
            transaction.<Optional<Long>>execute(
                _ -> store.open(rule.id(), now, Optional.of(1.0), now)))
        .isEmpty();
  }

  @Test
  void aRuleThatIsTakenAwayClosesWhatItHasOpenAndSeesNothingMore() {
    var rule = rule(HIGH);
    reads(10, 99);
    assertThat(rules.remove(bo, rule.id())).isEqualTo(AlertRules.Writing.DONE);
    assertThat(open(rule)).isEmpty();
    assertThat(closed(rule)).hasSize(1);
    reads(9, 10);
    reads(8, 99);
    assertThat(open(rule)).isEmpty();
  }

  @Test
  void whoeverMayNotSignInAnyMoreIsNotWrittenTo() {
    rule(HIGH);
    sql.sql("update people.account set status = 'DISABLED' where id = :id")
        .param("id", bo.id())
        .update();
    reads(10, 99);
    assertThat(letters()).isEmpty();
  }

  @Test
  void whatWasClosedLongAgoIsForgottenWithWhoAcknowledgedIt() {
    var rule = rule(HIGH);
    reads(10, 99);
    reads(9, 10);
    assertThat(closed(rule)).hasSize(1);
    alerts.forget(Duration.ofDays(365));
    assertThat(closed(rule)).hasSize(1);
    sql.sql(
            "update things.alert set opened_at = opened_at - interval '2 years', closed_at = closed_at - interval '2 years' where rule = :id")
        .param("id", rule.id())
        .update();
    alerts.forget(Duration.ofDays(365));
    assertThat(closed(rule)).isEmpty();
  }
}
