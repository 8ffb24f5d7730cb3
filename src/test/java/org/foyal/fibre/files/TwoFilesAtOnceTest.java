package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.foyal.HouseTest;
import org.foyal.people.Actor;
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
    delivering = Delivering.afresh(files, folder, sql, events);
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

  @Test
  void whoeverTakesADeliveryBackWhileAFileIsAtWorkIsToldToWait() throws Exception {
    long id = delivering.apply("0415", new Ipe().and("IMB/A")).delivery();
    var undoing = new AtomicReference<Undoing>();
    transactions.executeWithoutResult(_ -> {
      sql.sql("select pg_advisory_xact_lock(:one)::text")
          .param("one", 0x466F79616C464942L)
          .query(String.class)
          .single();
      var other =
          Thread.ofVirtual()
              .start(() -> undoing.set(files.undo(id, Optional.empty(), Actor.CONSOLE)));
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    assertThat(undoing.get()).isEqualTo(new Undoing.Busy());
    assertThat(count("fibre.building")).isOne();
    assertThat(files.undo(id, Optional.empty(), Actor.CONSOLE)).isInstanceOf(Undoing.Undone.class);
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
      assertThat(List.of(one.get().getClass(), two.get().getClass()))
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

  @Test
  void aFileWhoseConnectionDiesWhileItsRowsFlowLeavesNothingAndCanBeSentAgain() throws Exception {
    var one = new Ipe().and("IMB/A").text().lines().toList();
    var many = new StringBuilder(one.getFirst()).append('\n');
    for (int i = 0; i < 100_000; i++) {
      many.append(one.getLast().replace("IMB/A", "IMB/" + i)).append('\n');
    }
    var order = delivering.order(Delivering.name("0415"), many.toString());
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var bringing = hands.submit(() -> delivering.bring(order));
      long killed = 0;
      while (killed == 0 && !bringing.isDone()) {
        killed = killWhoeverCopies();
      }
      assertThat(killed).as("it was killed on its way").isOne();
      assertThatThrownBy(bringing::get).isInstanceOf(ExecutionException.class);
    }
    for (var table : List.of("fibre.building", "fibre.cabinet", "fibre.delivery")) {
      assertThat(count(table)).as(table).isZero();
    }
    delivering.apply("0415", new Ipe().and("IMB/A"));
  }

  private long killWhoeverCopies() {
    return sql.sql(
            """
            select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and state = 'active' and query ilike 'copy incoming %'
            """)
        .query(Long.class)
        .single();
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }
}
