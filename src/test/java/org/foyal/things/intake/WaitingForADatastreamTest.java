package org.foyal.things.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.things.editing.Entities;
import org.foyal.things.editing.Made;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.Incoming.Extras;
import org.foyal.things.ledger.Incoming.Result;
import org.foyal.things.ledger.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever holds a datastream makes its observations wait, and nobody else's.
@HouseTest
class WaitingForADatastreamTest {
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

  @Autowired Intake intake;
  @Autowired GroupCommit commits;
  @Autowired Entities entities;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  private final CountDownLatch enough = new CountDownLatch(1);
  private Thread holder = Thread.ofVirtual().unstarted(() -> {});
  private long held;
  private long free;

  @BeforeEach
  void twoStations() {
    held = station("{}");
    free = station("{}");
  }

  @AfterEach
  void letGo() throws InterruptedException {
    enough.countDown();
    holder.join();
  }

  private long station(String properties) {
    return sql.sql("select id from things.datastream where thing = :thing")
        .param("thing", new Made(entities).station(properties))
        .query(Long.class)
        .single();
  }

  private static Incoming reading(long datastream, int nth) {
    var at = new Span(APRIL.plusSeconds(nth), null);
    return new Incoming(datastream, at, new Result.Numeric(nth), null, null, Extras.NONE);
  }

  private static Incoming about(long datastream, long feature) {
    return reading(datastream, 1).about(feature);
  }

  /// Somebody's slow transaction that locks what the question finds.
  private void hold(String question, long id) throws InterruptedException {
    var locked = new CountDownLatch(1);
    holder =
        Thread.ofPlatform()
            .start(() ->
                transaction.executeWithoutResult(_ -> {
                  sql.sql(question).param("id", id).query(Long.class).single();
                  locked.countDown();
                  try {
                    enough.await();
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                }));
    locked.await();
  }

  private void holdDatastream(long datastream) throws InterruptedException {
    hold("select id from things.datastream where id = :id for update", datastream);
  }

  private long stored(long datastream) {
    return sql.sql("select count(*) from things.observation where datastream = :id")
        .param("id", datastream)
        .query(Long.class)
        .single();
  }

  @Test
  void onlyWhatGoesToTheDatastreamThatSomebodyHoldsWaits() throws Exception {
    holdDatastream(held);
    var waits = intake.take(reading(held, 1), Made.CITY);
    for (int i = 0; i < 20; i++) {
      assertThat(intake.take(reading(free, i), Made.CITY).join())
          .isInstanceOf(Taken.Recorded.class);
    }
    assertThat(waits).isNotDone();
    letGo();
    assertThat(waits.join()).isInstanceOf(Taken.Recorded.class);
    assertThat(stored(held)).isEqualTo(1);
  }

  @Test
  void ofOneListTheOthersAreStoredMeanwhileAndAllAreToldOfInTheirOrder() throws Exception {
    holdDatastream(held);
    var list = List.of(reading(free, 1), reading(held, 2), reading(987_654_321, 3));
    var answer = intake.take(list, Made.CITY);
    intake.take(reading(free, 4), Made.CITY).join();
    assertThat(stored(free)).isEqualTo(2);
    assertThat(answer).isNotDone();
    letGo();
    assertThat(answer.join().get(0)).isInstanceOf(Taken.Recorded.class);
    assertThat(answer.join().get(1)).isInstanceOf(Taken.Recorded.class);
    assertThat(answer.join().get(2)).isEqualTo(new Taken.UnknownDatastream(987_654_321));
  }

  @Test
  void whoCameFirstIsStillFirstAfterwards() throws Exception {
    long once = station("{'foyal.onePerTime': true}");
    holdDatastream(once);
    var answers = new ArrayList<CompletableFuture<Taken>>();
    for (int i = 0; i < 30; i++) {
      answers.add(intake.take(reading(once, i / 2), Made.CITY));
      intake.take(reading(free, i), Made.CITY).join();
    }
    assertThat(answers).noneMatch(CompletableFuture::isDone);
    letGo();
    for (int i = 0; i < 30; i += 2) {
      assertThat(answers.get(i).join()).isInstanceOf(Taken.Recorded.class);
      assertThat(answers.get(i + 1).join()).isInstanceOf(Taken.Duplicate.class);
    }
  }

  @Test
  void whatIsAboutAFeatureThatSomebodyRemovesWaitsToo() throws Exception {
    intake.take(reading(held, 1), Made.CITY).join();
    long feature =
        sql.sql("select feature from things.observation where datastream = :id")
            .param("id", held)
            .query(Long.class)
            .single();
    hold("select id from things.feature_of_interest where id = :id for update", feature);
    var waits = intake.take(about(held, feature), Made.CITY);
    assertThat(intake.take(reading(free, 1), Made.CITY).join()).isInstanceOf(Taken.Recorded.class);
    assertThat(waits).isNotDone();
    letGo();
    assertThat(waits.join()).isInstanceOf(Taken.Recorded.class);
  }

  @Test
  void whatNeedsAFeatureOfAPlaceThatSomebodyHoldsWaitsAlone() throws Exception {
    long place =
        sql.sql(
                """
                select l.location from things.thing_location l
                join things.datastream d on d.thing = l.thing where d.id = :id
                """)
            .param("id", held)
            .query(Long.class)
            .single();
    hold("select id from things.location where id = :id for update", place);
    var waits = intake.take(reading(held, 1), Made.CITY);
    assertThat(intake.take(reading(free, 1), Made.CITY).join()).isInstanceOf(Taken.Recorded.class);
    assertThat(waits).isNotDone();
    letGo();
    assertThat(waits.join()).isInstanceOf(Taken.Recorded.class);
  }

  @Test
  void whoWaitedForTooLongIsToldSoAndNothingIsStored() throws Exception {
    var impatient = new Intake(new IntakeSettings(100, 10, 1), commits);
    impatient.start();
    try {
      holdDatastream(held);
      var answers = impatient.take(List.of(reading(held, 1), reading(free, 1)), Made.CITY).join();
      assertThat(answers.get(0)).isEqualTo(new Taken.Unavailable());
      assertThat(answers.get(1)).isInstanceOf(Taken.Recorded.class);
      letGo();
    } finally {
      impatient.stop();
    }
    assertThat(stored(held)).isZero();
    assertThat(impatient.waiting()).isZero();
  }

  @Test
  void whatWaitsForOneDatastreamLeavesRoomForTheOthers() throws Exception {
    var small = new Intake(new IntakeSettings(100, 10, 60), commits);
    small.start();
    try {
      holdDatastream(held);
      var waiting = new ArrayList<CompletableFuture<Taken>>();
      for (int i = 0; i < 300; i++) {
        waiting.add(small.take(reading(held, i), Made.CITY));
        if (i % 10 == 0) {
          assertThat(small.take(reading(free, i), Made.CITY).join())
              .isInstanceOf(Taken.Recorded.class);
        }
      }
      letGo();
      var told = waiting.stream().map(CompletableFuture::join).toList();
      assertThat(told).filteredOn(Taken.Recorded.class::isInstance).hasSize(10);
      assertThat(told).filteredOn(new Taken.Full()::equals).hasSize(290);
      assertThat(stored(held)).isEqualTo(10);
    } finally {
      small.stop();
    }
    assertThat(small.waiting()).isZero();
  }

  @Test
  void manyDatastreamsThatAreHeldOneAfterTheOtherLoseNothing() throws Exception {
    var streams = IntStream.range(0, 5).mapToLong(_ -> station("{}")).boxed().toList();
    var holders = new ArrayList<Thread>();
    for (var stream : streams) {
      holders.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 20; i++) {
                  sql.sql(
                          "select 1 from things.datastream, pg_sleep(0.02) where id = :id for update")
                      .param("id", stream)
                      .query(Long.class)
                      .single();
                }
              }));
    }
    var answers = new ArrayList<CompletableFuture<List<Taken>>>();
    for (int i = 0; i < 400; i++) {
      int nth = i;
      answers.add(
          intake.take(streams.stream().map(stream -> reading(stream, nth)).toList(), Made.CITY));
    }
    for (var answer : answers) {
      assertThat(answer.join()).allMatch(Taken.Recorded.class::isInstance);
    }
    for (var one : holders) {
      one.join();
    }
    assertThat(streams).allMatch(stream -> stored(stream) == 400);
  }
}
