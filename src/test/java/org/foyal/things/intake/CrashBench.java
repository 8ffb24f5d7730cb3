package org.foyal.things.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

/// `bench/intake-crash.sh`: a house in a process of its own takes observations in full flow from 32
/// senders, each of which says aloud what was acknowledged to it; it is killed (`kill -9`), every
/// other time together with its database; the next start must hold all of it, and count exactly
/// what it holds. Fails where one is lost.
final class CrashBench {
  private static final int SENDERS = 32;
  private static final int LEAST = 2_000;

  private CrashBench() {}

  /// Kills and looks.
  ///
  /// @param arguments a folder to throw away and how many rounds; or, in the process that is
  ///   killed, the folder and the word `flow`
  public static void main(String... arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    if (arguments[1].equals("flow")) {
      flow(folder);
      return;
    }
    long all = 0;
    for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
      var acknowledged = kill(folder, round % 2 == 0);
      all += acknowledged.size();
      look(folder, acknowledged, round);
    }
    System.out.printf(Locale.ROOT, "%,d acknowledged, 0 lost%n", all);
  }

  private static ConfigurableApplicationContext house(Path folder) {
    return SpringApplication.run(
        Foyal.class,
        "--foyal.shell.data=" + folder.resolve("data"),
        "--server.port=0",
        "--management.server.port=0");
  }

  @SuppressWarnings("InfiniteLoopStatement") // until it is killed
  private static void flow(Path folder) throws Exception {
    var house = house(folder);
    var sql = house.getBean(JdbcClient.class);
    long thing = new Made(house.getBean(Entities.class)).station("{}");
    long datastream =
        sql.sql("select id from things.datastream where thing = :thing")
            .param("thing", thing)
            .query(Long.class)
            .single();
    var intake = house.getBean(Intake.class);
    var aloud = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int i = 0; i < SENDERS; i++) {
      Thread.ofPlatform().start(() -> send(intake, datastream, aloud));
    }
    while (true) {
      TimeUnit.HOURS.sleep(1);
    }
  }

  @SuppressWarnings("InfiniteLoopStatement") // until it is killed
  private static void send(Intake intake, long datastream, PrintStream aloud) {
    var random = new Random();
    while (true) {
      var at = Instant.ofEpochSecond(1_790_000_000L + random.nextInt(10_000_000));
      var what =
          new Incoming(
              datastream, new Span(at, null), new Result.Numeric(1), null, null, Extras.NONE);
      if (intake.take(what, Made.CITY).join() instanceof Taken.Recorded(long id)) {
        aloud.println("acknowledged " + id);
      }
    }
  }

  private static Set<Long> kill(Path folder, boolean databaseToo)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CrashBench.class.getName(),
                    folder.toString(),
                    "flow"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var acknowledged = new HashSet<Long>();
    try (var said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      boolean killed = false;
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("acknowledged ")) {
          acknowledged.add(Long.parseLong(line.substring("acknowledged ".length())));
        }
        if (!killed && acknowledged.size() >= LEAST) {
          killed = true;
          if (databaseToo) {
            database(folder).destroyForcibly();
          }
          process.toHandle().destroyForcibly(); // which leaves what it said readable
        }
      }
    }
    process.waitFor();
    if (acknowledged.size() < LEAST) {
      throw new IllegalStateException("the house ended before it was killed");
    }
    return acknowledged;
  }

  private static ProcessHandle database(Path folder) throws IOException {
    var pid = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  private static void look(Path folder, Set<Long> acknowledged, int round) {
    long start_ns = System.nanoTime();
    try (var house = house(folder)) {
      var up = Duration.ofNanos(System.nanoTime() - start_ns);
      var sql = house.getBean(JdbcClient.class);
      var lost = new HashSet<>(acknowledged);
      sql.sql("select id from things.observation").query(Long.class).list().forEach(lost::remove);
      long counted =
          sql.sql(
                  """
                  select count(*) from things.datastream d where d.observations
                    <> (select count(*) from things.observation o where o.datastream = d.id)
                  """)
              .query(Long.class)
              .single();
      System.out.printf(
          Locale.ROOT,
          "round %d: %,d acknowledged, %,d of them lost, %d datastreams count wrongly; up again after"
              + " %.1f s%n",
          round,
          acknowledged.size(),
          lost.size(),
          counted,
          up.toMillis() / 1e3);
      if (!lost.isEmpty() || counted > 0) {
        throw new IllegalStateException("what was acknowledged was not stored");
      }
    }
  }
}
