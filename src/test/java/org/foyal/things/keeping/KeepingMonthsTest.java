package org.foyal.things.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.foyal.HouseTest;
import org.foyal.things.Station;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Months of observations are made ahead, and detached once they are older than is kept.
@HouseTest
class KeepingMonthsTest {
  private static final YearMonth OLD = YearMonth.of(2014, 6);
  private static final Instant THEN = Instant.parse("2014-06-10T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-10T10:00:00Z");

  @Autowired Months months;
  @Autowired MonthStore store;
  @Autowired Rollups rollups;
  @Autowired RollupStore rolling;
  @Autowired Series series;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  private Station station;

  @BeforeEach
  void aStation() {
    station = Station.of(sql, "kept", false);
    sql.sql("drop table if exists things.archive_2014_06, things.archive_2014_06_2").update();
  }

  private void workAll() {
    boolean more = true;
    while (more) {
      more = rollups.work();
    }
  }

  private Map<String, Object> datastream() {
    return sql.sql("select * from things.datastream where id = :d")
        .param("d", station.datastream())
        .query()
        .singleRow();
  }

  private String tableOf(Instant at) {
    return sql.sql(
            """
            select tableoid::regclass::text from things.observation
            where datastream = :d and phenomenon_from = :at
            """)
        .param("d", station.datastream())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .single();
  }

  /// In this house the hourly door never comes: what stands was made at the start.
  @Test
  void thisMonthAndTheNextTwoStandBeforeTheDoorsOpen() {
    assertThat(months.missingAhead()).isEmpty();
  }

  @Test
  void thisMonthAndTheNextTwoAreMadeAhead() {
    months.missing().forEach(months::make);
    var now = YearMonth.now(ZoneOffset.UTC);
    assertThat(transaction.<Iterable<YearMonth>>execute(_ -> store.list()))
        .contains(now, now.plusMonths(1), now.plusMonths(2));
    assertThat(months.missing()).isEmpty();
    assertThat(months.make(now)).isFalse();
  }

  @Test
  void whatLiesInTheDefaultPartitionIsMovedIntoItsMonth() {
    var at = Instant.parse("2013-01-01T00:00:00Z");
    station.reads(at, 4.0);
    assertThat(tableOf(at)).isEqualTo("things.observation_other");
    workAll();
    assertThat(months.missing()).contains(YearMonth.of(2013, 1));
    months.missing().forEach(months::make);
    assertThat(tableOf(at)).isEqualTo("things.observation_2013_01");
    assertThat(sql.sql("select count(*) from things.touched").query(Long.class).single())
        .as("moving touches nothing")
        .isZero();
  }

  @Test
  void aMonthIsNotDetachedBeforeItIsRolledUp() {
    station.reads(THEN, 4.0);
    months.make(OLD);
    assertThat(months.detach(OLD)).isEmpty();
    workAll();
    assertThat(months.detach(OLD)).contains("archive_2014_06");
  }

  @Test
  void afterDetachingCountsSayWhatIsKeptAndHoursStay() {
    station.reads(THEN, 4.0);
    station.reads(THEN.plusSeconds(1), 6.0);
    station.reads(LATER, 5.0);
    months.make(OLD);
    workAll();
    months.detach(OLD);
    assertThat(datastream()).containsEntry("observations", 1L);
    assertThat(datastream()).containsEntry("phenomenon_from", java.sql.Timestamp.from(LATER));
    var hours = chart(Optional.empty());
    assertThat(hours.step()).as("single readings are out of reach").isEqualTo(Charted.Step.HOUR);
    assertThat(hours.points()).singleElement().extracting(Point::mean).isEqualTo(5.0);
    assertThat(sql.sql("select count(*) from things.archive_2014_06").query(Long.class).single())
        .isEqualTo(2);
  }

  private Charted.Points chart(Optional<Charted.Step> step) {
    return (Charted.Points)
        series.chart(
            station.datastream(), THEN.minusSeconds(60), THEN.plus(Duration.ofHours(1)), step);
  }

  @Test
  void whatComesLateForADetachedMonthIsAddedToWhatItCameTo() {
    station.reads(THEN, 4.0);
    months.make(OLD);
    workAll();
    months.detach(OLD);
    station.reads(THEN.minusSeconds(1), 1.0);
    station.reads(THEN.plusSeconds(1), 8.0);
    assertThat(chart(Optional.of(Charted.Step.DAY)).points())
        .as("at once")
        .singleElement()
        .isEqualTo(day(3, 1, 13 / 3.0, 8));
    workAll();
    assertThat(chart(Optional.of(Charted.Step.DAY)).points())
        .singleElement()
        .isEqualTo(day(3, 1, 13 / 3.0, 8));
    months.missing().forEach(months::make);
    assertThat(months.detach(OLD)).as("a second time").contains("archive_2014_06_2");
    assertThat(chart(Optional.of(Charted.Step.HOUR)).points())
        .extracting(Point::readings)
        .containsExactly(1L, 2L);
    assertThat(datastream())
        .containsEntry("observations", 0L)
        .containsEntry("phenomenon_until", null);
  }

  private Point day(long readings, double least, double mean, double most) {
    var begins = Instant.parse("2014-06-10T00:00:00Z");
    var shown = chart(Optional.of(Charted.Step.DAY)).points().getFirst();
    assertThat(Duration.between(begins, shown.from()).abs()).isLessThan(Duration.ofDays(1));
    return new Point(shown.from(), shown.until(), readings, least, mean, most);
  }

  @Test
  void whatIsWrittenWhileAMonthIsDetachedIsNotLost() throws InterruptedException {
    station.reads(THEN, 1.0);
    months.make(OLD);
    workAll();
    var writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int second = 1; second <= 60; second++) {
                station.reads(THEN.plusSeconds(second), 1.0);
              }
            });
    var detached = tryToDetach();
    assertThat(writer.join(Duration.ofMinutes(2))).isTrue();
    workAll();
    months.missing().forEach(months::make);
    assertThat(detached || tryToDetach()).isTrue();
    workAll();
    assertThat(chart(Optional.of(Charted.Step.HOUR)).points())
        .extracting(Point::readings)
        .containsExactly(61L);
  }

  /// As the hourly door does: what finds no turn, or something to be worked out, is left for later.
  private boolean tryToDetach() {
    try {
      workAll();
      return months.detach(OLD).isPresent();
    } catch (DataAccessException noTurn) {
      return false;
    }
  }

  /// A name is never given twice, though the engineer dropped one in between.
  @Test
  void anArchiveThatIsGoneLeavesItsNameToNobody() {
    sql.sql("create table things.archive_2014_06_2 (one int)").update();
    station.reads(THEN, 4.0);
    months.make(OLD);
    workAll();
    assertThat(months.detach(OLD)).contains("archive_2014_06_3");
    sql.sql("drop table things.archive_2014_06_2, things.archive_2014_06_3").update();
  }

  @Test
  void aMonthIsLeftForLaterWhileSomebodyWorksItsHoursOut() {
    station.reads(THEN, 4.0);
    months.make(OLD);
    workAll();
    transaction.executeWithoutResult(_ -> {
      assertThat(rolling.alone()).isTrue();
      assertThat(CompletableFuture.supplyAsync(() -> months.detach(OLD)).join()).isEmpty();
    });
    assertThat(months.detach(OLD)).isPresent();
  }

  @Test
  void unlessTheEngineerSaysOtherwiseNothingIsDetached() {
    assertThat(months.outdated()).isEmpty();
    assertThat(
            new Months(store, rolling, new KeepingSettings(1), transaction, Clock.systemUTC())
                .outdated())
        .allMatch(month -> month.isBefore(YearMonth.now(ZoneOffset.UTC).minusMonths(1)));
  }
}
