package org.foyal.things.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.things.editing.Entities;
import org.foyal.things.editing.Made;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.Incoming.Extras;
import org.foyal.things.ledger.Incoming.Result;
import org.foyal.things.ledger.Span;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/intake.sh`: observations a second that the intake acknowledges, one each from 8, 32 and 64
/// senders at once and lists of 100 and of 1,000 from four, beside [BareGroupCommit] for the same
/// senders in the same run; it fails where a count of a datastream is not exact afterwards.
final class IntakeBench {
  private static final int STATIONS = 100;
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  private final ConfigurableApplicationContext house;
  private final JdbcClient sql;
  private final Intake intake;
  private final List<Long> datastreams;
  private final AtomicLong next = new AtomicLong();

  private IntakeBench(ConfigurableApplicationContext house) {
    this.house = house;
    this.sql = house.getBean(JdbcClient.class);
    this.intake = house.getBean(Intake.class);
    var made = new Made(house.getBean(Entities.class));
    for (int i = 0; i < STATIONS; i++) {
      made.station("{}");
    }
    this.datastreams =
        sql.sql("select id from things.datastream order by id").query(Long.class).list();
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away; the seconds that each figure is measured for
  public static void main(String... arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[1]);
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--things.first-minute=P1D",
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new IntakeBench(house);
      bench.measure(64, 1, seconds, false);
      for (int senders : List.of(8, 32, 64)) {
        bench.measure(senders, 1, seconds, true);
      }
      for (int rows : List.of(100, 1_000)) {
        bench.measure(4, rows, seconds, true);
      }
      bench.check();
    }
  }

  /// Both in turns of a second, so that whatever else the machine does meanwhile falls on both.
  private void measure(int senders, int rows, int seconds, boolean told) throws Exception {
    try (var bare = BareGroupCommit.open(house.getBean(DataSource.class))) {
      double ours = 0;
      double raw = 0;
      for (int turn = 0; turn < seconds; turn++) {
        ours += rate(senders, rows, () -> intake.take(readings(rows), Made.CITY).join());
        raw += rate(senders, rows, () -> bare.take(readings(rows)).join());
      }
      if (told) {
        System.out.printf(
            Locale.ROOT,
            "%d senders of %,d: %,.0f observations a second; bare group commit %,.0f; ratio %.2f%n",
            senders,
            rows,
            ours / seconds,
            raw / seconds,
            ours / raw);
      }
    }
  }

  private double rate(int senders, int rows, Callable<?> act) throws Exception {
    try (var threads = Executors.newFixedThreadPool(senders)) {
      long start_ns = System.nanoTime();
      long until_ns = start_ns + 1_000_000_000L;
      var running = new ArrayList<Future<Long>>();
      for (int i = 0; i < senders; i++) {
        running.add(
            threads.submit(
                () -> {
                  long times = 0;
                  for (; System.nanoTime() < until_ns; times++) {
                    act.call();
                  }
                  return times;
                }));
      }
      long sent = 0;
      for (var one : running) {
        sent += one.get();
      }
      return sent * rows * 1e9 / (System.nanoTime() - start_ns);
    }
  }

  /// What stations send: one reading a minute each, all at about the same time.
  private List<Incoming> readings(int rows) {
    long first = next.getAndAdd(rows);
    return IntStream.range(0, rows)
        .mapToObj(
            i -> {
              long nth = first + i;
              return new Incoming(
                  datastreams.get((int) (nth % STATIONS)),
                  new Span(BEGIN.plusSeconds(nth / STATIONS), null),
                  new Result.Numeric(20 + nth % 100 / 10.0),
                  null,
                  null,
                  Extras.NONE);
            })
        .toList();
  }

  private void check() {
    long stored = sql.sql("select count(*) from things.observation").query(Long.class).single();
    long kept =
        sql.sql("select sum(observations) from things.datastream").query(Long.class).single();
    System.out.printf(
        Locale.ROOT, "%,d observations stored, the datastreams count %,d%n", stored, kept);
    if (stored != kept) {
      throw new IllegalStateException("the counts are not exact");
    }
  }
}
