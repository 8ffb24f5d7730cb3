package org.foyal.things.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.foyal.HouseTest;
import org.foyal.shell.ShellSettings;
import org.foyal.things.Station;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Hours and days are what a bare count of the observations says, whatever happened to these.
@HouseTest
class RollingUpTest {
  private static final Instant START = Instant.parse("2026-03-10T00:00:00Z");

  @Autowired Rollups rollups;
  @Autowired Series series;
  @Autowired JdbcClient sql;
  @Autowired DataSource database;
  @Autowired TransactionTemplate transaction;
  @Autowired ShellSettings city;

  private Station station;

  @BeforeEach
  void aStation() {
    station = Station.of(sql, "rolled", false);
  }

  private void workAll() {
    boolean more = true;
    while (more) {
      more = rollups.work();
    }
  }

  private List<Map<String, Object>> hours() {
    return sql.sql("select * from things.rollup_hour where datastream = :d order by hour")
        .param("d", station.datastream())
        .query()
        .listOfRows();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void afterWhateverHappenedHoursAndDaysAreWhatABareGroupBySays(long seed) {
    var random = new Random(seed);
    var there = new ArrayList<Long>();
    for (int act = 0; act < 120; act++) {
      switch (random.nextInt(10)) {
        case 0 -> workAll();
        case 1 -> {
          if (!there.isEmpty()) {
            station.forgets(there.remove(random.nextInt(there.size())));
          }
        }
        case 2 -> {
          if (!there.isEmpty()) {
            correct(there.get(random.nextInt(there.size())), random);
          }
        }
        case 3 -> there.add(station.reads(anyTime(random), null));
        default -> there.add(station.reads(anyTime(random), random.nextGaussian() * 1e3));
      }
      if (act % 30 == 29) {
        pointsAreTrue(); // before they are worked out too
      }
    }
    workAll();
    assertThat(differing("hour", "date_trunc('hour', phenomenon_from, 'UTC')")).isZero();
    assertThat(differing("day", "(phenomenon_from at time zone '" + city.timeZone() + "')::date"))
        .isZero();
    pointsAreTrue();
  }

  private void correct(long id, Random random) {
    sql.sql(
            "update things.observation set number = :number, other = null, phenomenon_from = :at where id = :id")
        .param("number", random.nextDouble())
        .param("at", anyTime(random).atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /// Within six days, at times on the stroke of an hour or a day.
  private static Instant anyTime(Random random) {
    return random.nextInt(5) == 0
        ? START.plus(Duration.ofHours(random.nextInt(144)))
        : START.plusSeconds(random.nextInt(144 * 3_600));
  }

  private int differing(String unit, String bucket) {
    return sql.sql(
            """
            with bare as (
              select %2$s as %1$s, count(*) as readings, sum(number::text::numeric) as sum,
                min(number) as minimum, max(number) as maximum,
                (array_agg(number order by phenomenon_from, id))[1] as first,
                (array_agg(number order by phenomenon_from desc, id desc))[1] as last
              from things.observation where datastream = :d and number is not null group by 1)
            select count(*) from bare full join (select * from things.rollup_%1$s where datastream = :d) r using (%1$s)
            where (bare.readings, bare.sum, bare.minimum, bare.maximum, bare.first, bare.last)
              is distinct from (r.readings, r.sum, r.minimum, r.maximum, r.first, r.last)
            """
                .formatted(unit, bucket))
        .param("d", station.datastream())
        .query(Integer.class)
        .single();
  }

  private void pointsAreTrue() {
    long numbers =
        sql.sql("select count(number) from things.observation where datastream = :d")
            .param("d", station.datastream())
            .query(Long.class)
            .single();
    for (var step : Charted.Step.values()) {
      var charted =
          series.chart(
              station.datastream(),
              START.minusSeconds(1),
              START.plus(Duration.ofDays(7)),
              Optional.of(step));
      assertThat(charted).isInstanceOf(Charted.Points.class);
      var points = ((Charted.Points) charted).points();
      assertThat(points.stream().mapToLong(Point::readings).sum())
          .as("%s", step)
          .isEqualTo(numbers);
    }
  }

  @Test
  void onlyTouchedHoursAreWorkedOutAnew() {
    station.reads(START, 1.0);
    station.reads(START.plus(Duration.ofHours(5)), 2.0);
    workAll();
    station.reads(START.plusSeconds(60), 3.0);
    assertThat(sql.sql("select hours from things.touched").query().listOfRows()).hasSize(1);
    workAll();
    assertThat(hours()).hasSize(2);
    assertThat(hours().getFirst()).containsEntry("readings", 2L).containsEntry("first", 1.0);
    assertThat(sql.sql("select count(*) from things.touched").query(Long.class).single()).isZero();
  }

  @Test
  void aCopyOfManyNotesOnce() throws Exception {
    workAll();
    var lines = new StringBuilder();
    for (int second = 0; second < 1_000; second++) {
      lines
          .append(station.datastream())
          .append('\t')
          .append(START.plusSeconds(second * 10L).atOffset(ZoneOffset.UTC))
          .append('\t')
          .append(second + 1)
          .append("\t1.5\n");
    }
    try (var connection = database.getConnection()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy things.observation (datastream, phenomenon_from, id, number) from stdin",
              new StringReader(lines.toString()));
    }
    assertThat(sql.sql("select count(*) from things.touched").query(Long.class).single())
        .isEqualTo(1);
    workAll();
    assertThat(hours()).hasSize(3);
    assertThat(hours().getFirst())
        .containsEntry("readings", 360L)
        .containsEntry("sum", new BigDecimal("540.0"));
  }

  @Test
  void whatIsWrittenWhileHoursAreWorkedOutIsNotLost() {
    station.reads(START, 1.0);
    transaction.executeWithoutResult(_ -> {
      station.reads(START.plusSeconds(1), 2.0); // noted, not committed
      runElsewhere(this::workAll);
      assertThat(
              sql.sql(
                      "select count(*) from things.rollup_hour where datastream = :d and readings = 1")
                  .param("d", station.datastream())
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
    });
    workAll();
    assertThat(hours().getFirst()).containsEntry("readings", 2L);
  }

  private static void runElsewhere(Runnable act) {
    try {
      var thread = Thread.ofVirtual().start(act);
      assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void theLargestNumbersDoNotOverflow() {
    station.reads(START, Double.MAX_VALUE);
    station.reads(START.plusSeconds(1), Double.MAX_VALUE);
    station.reads(START.plusSeconds(2), Double.MIN_VALUE);
    workAll();
    var charted =
        (Charted.Points)
            series.chart(
                station.datastream(),
                START,
                START.plusSeconds(3_600),
                Optional.of(Charted.Step.DAY));
    assertThat(charted.points()).hasSize(1);
    assertThat(charted.points().getFirst().mean()).isBetween(1e308, Double.MAX_VALUE);
  }

  @Test
  void aDatastreamThatGoesTakesItsRollUpsAlong() {
    station.reads(START, 1.0);
    workAll();
    sql.sql("delete from things.observation where datastream = :d")
        .param("d", station.datastream())
        .update();
    sql.sql("delete from things.datastream where id = :d")
        .param("d", station.datastream())
        .update();
    assertThat(hours()).isEmpty();
    workAll();
    assertThat(hours()).isEmpty();
  }

  @Test
  void daysFollowTheZoneOfTheCity() {
    station.reads(START, 1.0);
    workAll();
    sql.sql("update things.rollup_zone set zone = 'Pacific/Kiritimati'").update();
    sql.sql("update things.rollup_day set day = '1999-01-01' where datastream = :d")
        .param("d", station.datastream())
        .update();
    workAll();
    assertThat(
            sql.sql("select day from things.rollup_day where datastream = :d")
                .param("d", station.datastream())
                .query(LocalDate.class)
                .single())
        .isEqualTo(LocalDate.ofInstant(START, city.timeZone()));
  }

  @Test
  void aDayOfAZoneOffByHalfAnHourBeginsWithinAnHour() {
    var zone = java.time.ZoneId.of("Asia/Kolkata");
    var day = Stretch.of(1, LocalDate.parse("2026-03-10"), zone);
    assertThat(day.since()).isEqualTo("2026-03-09T18:30:00Z");
    assertThat(day.wholeSince()).isEqualTo("2026-03-09T19:00:00Z");
    assertThat(day.wholeUntil()).isEqualTo("2026-03-10T18:00:00Z");
    assertThat(Stretch.daysOf(OffsetDateTime.parse("2026-03-09T18:00:00Z").toInstant(), zone))
        .containsExactly(LocalDate.parse("2026-03-09"), LocalDate.parse("2026-03-10"));
  }
}
