package org.foyal.things.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Where the database refuses, breaks off or takes its time, senders are told the truth, and the
/// intake goes on by itself afterwards.
@HouseTest
class TakingInHardTimesTest {
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

  @Autowired Intake intake;
  @Autowired GroupCommit commits;
  @Autowired Entities entities;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  private long datastream;

  @BeforeEach
  void aStation() {
    long thing = new Made(entities).station("{}");
    datastream =
        sql.sql("select id from things.datastream where thing = :thing")
            .param("thing", thing)
            .query(Long.class)
            .single();
  }

  private Incoming reading(int nth) {
    var at = new Span(APRIL.plusSeconds(nth), null);
    return new Incoming(datastream, at, new Result.Numeric(nth), null, null, Extras.NONE);
  }

  private List<Incoming> readings(int count) {
    return IntStream.range(0, count).mapToObj(this::reading).toList();
  }

  private List<Long> stored() {
    return sql.sql("select id from things.observation where datastream = :id")
        .param("id", datastream)
        .query(Long.class)
        .list();
  }

  private long kept() {
    return sql.sql("select observations from things.datastream where id = :id")
        .param("id", datastream)
        .query(Long.class)
        .single();
  }

  /// What PostgreSQL says when its disk is full (53100), said where it would say it: in the COPY.
  @Test
  void aFullDiskIsToldAndWhatComesOnceThereIsRoomIsStored() {
    sql.sql(
            """
            create function public.full_disk() returns trigger language plpgsql as $$
            begin raise exception 'No space left on device' using errcode = '53100'; end $$
            """)
        .update();
    sql.sql(
            """
            create trigger full_disk before insert on things.observation
            for each statement execute function public.full_disk()
            """)
        .update();
    try {
      assertThat(intake.take(readings(3), Made.CITY).join())
          .containsOnly(new Taken.Unavailable())
          .hasSize(3);
    } finally {
      sql.sql("drop trigger full_disk on things.observation").update();
      sql.sql("drop function public.full_disk").update();
    }
    assertThat(stored()).isEmpty();
    assertThat(kept()).isZero();
    assertThat(intake.take(reading(1), Made.CITY).join()).isInstanceOf(Taken.Recorded.class);
    assertThat(kept()).isEqualTo(1);
  }

  /// A connection that breaks in the very commit leaves it open whether it was stored; what was
  /// acknowledged is there whatever breaks.
  @Test
  void whateverBreaksOffWhatWasAcknowledgedIsThere() {
    var answers = new ArrayList<CompletableFuture<Taken>>();
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 50; i++) {
        answers.add(intake.take(reading(round * 50 + i), Made.CITY));
      }
      breakWhoWrites();
    }
    var acknowledged = new HashSet<Long>();
    for (var answer : answers) {
      switch (answer.join()) {
        case Taken.Recorded(long id) -> acknowledged.add(id);
        case Taken.Unavailable() -> {}
        case Taken other -> throw new AssertionError(other);
      }
    }
    assertThat(stored()).containsAll(acknowledged);
    assertThat(kept()).isEqualTo(stored().size());
    assertThat(intake.take(reading(-1), Made.CITY).join()).isInstanceOf(Taken.Recorded.class);
  }

  private void breakWhoWrites() {
    sql.sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and (query ilike '%things.observation%' or query ilike '%things.datastream%')
              and (state <> 'idle' or random() < 0.2)
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void whoComesWhenTooManyWaitIsToldSoAtOnceAndAllWhoWaitedAreStored() throws Exception {
    var small = new Intake(new IntakeSettings(10, 4, 10), commits);
    small.start();
    try {
      var held = new CountDownLatch(1);
      var enough = new CountDownLatch(1);
      var holder =
          Thread.ofPlatform()
              .start(() -> transaction.executeWithoutResult(_ -> hold(held, enough)));
      held.await();
      var waiting = new ArrayList<CompletableFuture<Taken>>();
      for (int i = 0; i < 10; i++) {
        waiting.add(small.take(reading(i), Made.CITY));
      }
      assertThat(small.take(reading(10), Made.CITY)).isCompletedWithValue(new Taken.Full());
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      enough.countDown();
      holder.join();
      assertThat(waiting).allMatch(one -> one.join() instanceof Taken.Recorded);
      assertThat(small.take(reading(11), Made.CITY).join()).isInstanceOf(Taken.Recorded.class);
    } finally {
      small.stop();
    }
    assertThat(kept()).isEqualTo(11);
  }

  private void hold(CountDownLatch held, CountDownLatch enough) {
    sql.sql("lock table things.datastream in exclusive mode").update();
    held.countDown();
    try {
      enough.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatWaitsWhenTheHouseClosesIsStoredAndWhatComesLaterIsRefused() {
    var closing = new Intake(new IntakeSettings(10_000, 100, 10), commits);
    closing.start();
    var waiting =
        IntStream.range(0, 500).mapToObj(i -> closing.take(reading(i), Made.CITY)).toList();
    closing.stop();
    assertThat(waiting).allMatch(one -> one.join() instanceof Taken.Recorded);
    assertThat(closing.take(reading(1), Made.CITY).join()).isEqualTo(new Taken.Unavailable());
    assertThat(kept()).isEqualTo(500);
  }
}
