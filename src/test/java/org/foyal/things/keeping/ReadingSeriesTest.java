package org.foyal.things.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.foyal.HouseTest;
import org.foyal.things.Station;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Programs read what a datastream reported, in as many points as a chart shows.
@HouseTest
class ReadingSeriesTest {
  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;

  private Station station;

  @BeforeEach
  void aStation() {
    station = Station.of(sql, "read", false);
  }

  private MvcTestResult ask(String query) {
    return web.get()
        .uri("/api/things/datastreams/" + station.datastream() + "/series" + query)
        .exchange();
  }

  @Test
  void fewReadingsAreToldOneByOne() {
    station.reads(START, 1.5);
    station.reads(START.plusSeconds(60), 2.5);
    assertThat(ask("?from=2026-02-01T00:00:00Z&until=2026-02-02T00:00:00Z"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"step": "reading", "count": 2, "points": [
              {"from": "2026-02-01T00:00:00.000Z", "count": 1, "min": 1.5, "mean": 1.5, "max": 1.5},
              {"from": "2026-02-01T00:01:00.000Z", "count": 1, "min": 2.5, "mean": 2.5, "max": 2.5}]}
            """);
  }

  @Test
  void manyReadingsAreToldByTheHour() {
    sql.sql(
            """
            insert into things.observation (datastream, phenomenon_from, id, number)
            select :d, timestamptz '2026-02-01Z' + n * interval '1 minute', n, n % 60 from generate_series(0, 1439) n
            """)
        .param("d", station.datastream())
        .update();
    var day = "?from=2026-02-01T00:00:00Z&until=2026-02-02T00:00:00Z";
    assertThat(ask(day)).bodyJson().extractingPath("$.step").isEqualTo("hour");
    assertThat(ask(day)).bodyJson().extractingPath("$.points.length()").isEqualTo(24);
    assertThat(ask(day)).bodyJson().extractingPath("$.points[3].mean").isEqualTo(29.5);
    assertThat(ask(day + "&step=reading")).bodyJson().extractingPath("$.count").isEqualTo(1440);
  }

  @Test
  void aLongPeriodIsToldByTheDay() {
    sql.sql(
            """
            insert into things.observation (datastream, phenomenon_from, id, number)
            select :d, timestamptz '2024-02-01T12:00Z' + n * interval '1 hour', n, 1 from generate_series(0, 1499) n
            """)
        .param("d", station.datastream())
        .update();
    assertThat(ask("?from=2024-01-01T00:00:00Z&until=2025-01-01T00:00:00Z"))
        .bodyJson()
        .extractingPath("$.step")
        .isEqualTo("day");
  }

  @Test
  void unlessSaidItIsTheLastDay() {
    var now = Instant.now();
    station.reads(now.minus(Duration.ofHours(2)), 1.0);
    station.reads(now.minus(Duration.ofHours(30)), 1.0);
    assertThat(ask("")).hasStatusOk().bodyJson().extractingPath("$.count").isEqualTo(1);
  }

  @Test
  void moreThanAnAnswerHoldsIsRefusedWithWhatToDo() {
    sql.sql(
            """
            insert into things.observation (datastream, phenomenon_from, id, number)
            select :d, timestamptz '2026-02-01Z' + n * interval '1 second', n, 1 from generate_series(0, 5000) n
            """)
        .param("d", station.datastream())
        .update();
    assertThat(ask("?from=2026-02-01T00:00:00Z&until=2026-02-02T00:00:00Z&step=reading"))
        .hasStatus(400)
        .bodyText()
        .contains("5 000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from=hier",
        "?from=2026-02-02T00:00:00Z&until=2026-02-01T00:00:00Z",
        "?from=2026-02-01T00:00:00",
        "?until=+999999999-12-31T23:59:59Z",
        "?step=year",
        "?step=hour&step=day",
        "?x=1"
      })
  void whatCanNotBeReadIsTold(String query) {
    assertThat(ask(query)).hasStatus(400).bodyText().contains("urn:foyal:problem:things:series");
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "-1", "abc", "99999999999999999999"})
  void aDatastreamThatIsNotThereIsNotFound(String id) {
    assertThat(web.get().uri("/api/things/datastreams/" + id + "/series").exchange())
        .hasStatus(404)
        .bodyText()
        .contains("urn:foyal:problem:things:datastream");
  }
}
