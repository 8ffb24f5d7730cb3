package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.foyal.HouseTest;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two files at the same moment, and one that is killed in the middle.
@HouseTest
class TwoFilesAtOnceTest {
  @Autowired FibreFiles files;
  @Autowired IncomingStore incoming;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    new TwoNeighbourhoods(sql, events).settle();
    Delivering.clear(sql);
    delivering = new Delivering(files, folder);
  }

  @Test
  void whileOneFileIsAtWorkAnotherIsToldToWait() throws Exception {
    var held = new CountDownLatch(1);
    var told = new CountDownLatch(1);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var holding =
          hands.submit(() ->
              transactions.execute(_ -> {
                assertThat(incoming.takeTurn()).isTrue();
                held.countDown();
                return await(told);
              }));
      assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(delivering.bring(Delivering.name("0415"), new Ipe().and("IMB/A").text()))
          .isEqualTo(new Delivered.Busy());
      told.countDown();
      assertThat(holding.get()).isTrue();
    }
    delivering.apply("0415", new Ipe().and("IMB/A"));
  }

  private static boolean await(CountDownLatch told) {
    try {
      return told.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void twoPeopleWhoSendTheSameFileAtOnceMakeOneDelivery() throws Exception {
    var text = new Ipe().and("IMB/A").and("IMB/B").text();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = hands.submit(() -> delivering.bring(Delivering.name("0415"), text));
      var two = hands.submit(() -> delivering.bring(Delivering.name("0415"), text));
      assertThat(java.util.List.of(one.get().getClass(), two.get().getClass()))
          .containsExactlyInAnyOrder(Delivered.Applied.class, Delivered.NothingNew.class);
    }
    assertThat(count("fibre.building")).isEqualTo(2);
  }

  @Test
  void aFileThatIsKilledInTheMiddleLeavesNothingAndCanBeSentAgain() {
    var text = new Ipe().and("IMB/A").text();
    assertThatThrownBy(() ->
            transactions.executeWithoutResult(_ -> {
              delivering.bring(Delivering.name("0415"), text);
              throw new IllegalStateException("killed");
            }))
        .hasMessage("killed");
    assertThat(count("fibre.building")).isZero();
    assertThat(count("fibre.cabinet")).isZero();
    assertThat(count("fibre.delivery")).isZero();
    delivering.apply("0415", new Ipe().and("IMB/A"));
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }
}
