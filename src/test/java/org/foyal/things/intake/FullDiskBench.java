package org.foyal.things.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.foyal.Foyal;
import org.foyal.things.editing.Entities;
import org.foyal.things.editing.Made;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.Incoming.Extras;
import org.foyal.things.ledger.Incoming.Result;
import org.foyal.things.ledger.Span;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.StringNode;

/// `bench/intake-full.sh`: the disk of a house that takes observations runs full and gets room
/// again, twice. What is acknowledged meanwhile must be stored, what can't be stored must be
/// refused, and once there is room observations must be taken again without anybody's doing. Fails
/// where one is lost, or where it does not come back within two minutes.
final class FullDiskBench {
  private static final int SENDERS = 16;
  private static final int BLOCK_bytes = 1 << 20;
  private static final int ROUNDS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Intake intake;
  private final long datastream;
  private final Path filler;
  private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
  private final AtomicInteger nth = new AtomicInteger();

  private FullDiskBench(Intake intake, long datastream, Path filler) {
    this.intake = intake;
    this.datastream = datastream;
    this.filler = filler;
  }

  /// Fills and looks.
  ///
  /// @param arguments a folder on a small disk of its own
  public static void main(String... arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + folder.resolve("data"),
            "--foyal.things.mqtt-port=0",
            "--server.port=0",
            "--management.server.port=0")) {
      var sql = house.getBean(JdbcClient.class);
      long thing = new Made(house.getBean(Entities.class)).station("{}");
      long datastream =
          sql.sql("select id from things.datastream where thing = :thing")
              .param("thing", thing)
              .query(Long.class)
              .single();
      var bench =
          new FullDiskBench(house.getBean(Intake.class), datastream, folder.resolve("filler"));
      bench.send(Duration.ofSeconds(3));
      for (int round = 1; round <= ROUNDS; round++) {
        bench.round(round);
      }
      bench.look(sql);
    }
  }

  private void round(int round) throws IOException, InterruptedException {
    fill();
    int before = acknowledged.size();
    refusals.clear();
    send(Duration.ofSeconds(20));
    System.out.printf(
        Locale.ROOT,
        "round %d, disk full for 20 s: %,d acknowledged, refused %s%n",
        round,
        acknowledged.size() - before,
        refusals);
    Files.delete(filler);
    long start_ns = System.nanoTime();
    while (!one()) {
      if (System.nanoTime() - start_ns > PATIENCE.toNanos()) {
        throw new IllegalStateException("there is room, yet nothing is taken");
      }
      Thread.sleep(50);
    }
    System.out.printf(
        Locale.ROOT,
        "round %d: taken again %.1f s after there was room%n",
        round,
        (System.nanoTime() - start_ns) / 1e9);
    send(Duration.ofSeconds(3));
  }

  /// Until not a byte is left.
  private void fill() throws IOException {
    try (var file = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int size = BLOCK_bytes; size > 0; ) {
        try {
          file.write(ByteBuffer.allocate(size));
        } catch (IOException full) {
          size /= 2;
        }
      }
    }
  }

  private void send(Duration time) throws InterruptedException {
    long end_ns = System.nanoTime() + time.toNanos();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < SENDERS; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                while (System.nanoTime() < end_ns) {
                  one();
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private boolean one() {
    var at = Instant.ofEpochSecond(1_790_000_000L + nth.getAndIncrement());
    // long enough that the disk's last bytes do not last
    var result = new Result.Other(StringNode.valueOf("x".repeat(500)));
    var what = new Incoming(datastream, new Span(at, null), result, null, null, Extras.NONE);
    var taken = intake.take(what, Made.CITY).join();
    if (taken instanceof Taken.Recorded(long id)) {
      acknowledged.add(id);
      return true;
    }
    refusals
        .computeIfAbsent(taken.getClass().getSimpleName(), _ -> new AtomicInteger())
        .incrementAndGet();
    return false;
  }

  private void look(JdbcClient sql) {
    Set<Long> lost = new HashSet<>(List.copyOf(acknowledged));
    int all = lost.size();
    sql.sql("select id from things.observation").query(Long.class).list().forEach(lost::remove);
    long stored = sql.sql("select count(*) from things.observation").query(Long.class).single();
    long counted =
        sql.sql("select observations from things.datastream where id = :id")
            .param("id", datastream)
            .query(Long.class)
            .single();
    System.out.printf(
        Locale.ROOT,
        "%,d acknowledged, %,d lost; %,d stored, the datastream counts %,d%n",
        all,
        lost.size(),
        stored,
        counted);
    if (!lost.isEmpty() || stored != counted) {
      throw new IllegalStateException("what was acknowledged was not stored");
    }
  }
}
