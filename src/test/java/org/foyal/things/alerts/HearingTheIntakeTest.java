package org.foyal.things.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.foyal.HouseTest;
import org.foyal.people.Actor;
import org.foyal.things.Station;
import org.foyal.things.intake.Intake;
import org.foyal.things.intake.Taken;
import org.foyal.things.keeping.Charted;
import org.foyal.things.keeping.Series;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.Span;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the intake stores is seen by rules and shown by charts without further ado.
@HouseTest
class HearingTheIntakeTest {
  @Autowired Intake intake;
  @Autowired ThingAlerts alerts;
  @Autowired AlertRules rules;
  @Autowired Series series;
  @Autowired JdbcClient sql;

  private final Instant at = Instant.now().minusSeconds(5);

  @Test
  void whatIsStoredOpensAnAlertWithinSecondsAndStandsInTheChart() throws Exception {
    var station = Station.of(sql, "heard", false);
    var rule = rule(station);
    var taken =
        intake
            .take(observation(station), new Writer("test", false, new Rights.Everything()))
            .get(20, TimeUnit.SECONDS);
    assertThat(taken).isInstanceOf(Taken.Recorded.class);
    var limit = Instant.now().plusSeconds(20);
    while (!isOpen(rule) && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    assertThat(isOpen(rule)).isTrue();
    var chart =
        series.chart(
            station.datastream(),
            at.minusSeconds(3_600),
            at.plusSeconds(60),
            Optional.of(Charted.Step.HOUR));
    assertThat(((Charted.Points) chart).points())
        .singleElement()
        .satisfies(point -> assertThat(point.mean()).isEqualTo(36.5));
  }

  @Test
  void aShortBreakInListeningIsNone() {
    alerts.listen();
    sql.sql(
            """
            update things.alert_listening set since = now() - interval '3 hours',
              last_at = now() - interval '50 seconds'
            """)
        .update();
    alerts.listen();
    assertThat(
            sql.sql("select since < now() - interval '2 hours' from things.alert_listening")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private Rule rule(Station station) {
    var made =
        new Rule(
            UUID.randomUUID(),
            station.datastream(),
            "Chaud",
            new Condition.Threshold(true, 35, 1, 1, Duration.ZERO),
            Set.of(),
            false,
            Optional.empty(),
            0);
    rules.add(Actor.CONSOLE, made);
    return made;
  }

  private Incoming observation(Station station) {
    return new Incoming(
        station.datastream(),
        new Span(at, null),
        new Incoming.Result.Numeric(36.5),
        null,
        null,
        Incoming.Extras.NONE);
  }

  private boolean isOpen(Rule rule) {
    return alerts.listOpen().stream().anyMatch(one -> one.ruleId().equals(rule.id()));
  }
}
