package org.foyal.things.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.people.Actor;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Device.Quota;
import org.foyal.things.devices.Devices;
import org.foyal.things.editing.Entities;
import org.foyal.things.editing.Made;
import org.foyal.things.model.Rights;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/things-write.sh`: observations over HTTP, one a request and by rows, and over MQTT,
/// beside the bare writer ([BareWriter]) in the same database with the same durability.
final class WritingBench {
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final ConfigurableApplicationContext house;
  private final int port;
  private final Credentials credentials;
  private final String authorization;
  private final long datastream;

  private WritingBench(ConfigurableApplicationContext house) {
    this.house = house;
    this.port =
        Integer.parseInt(String.valueOf(house.getEnvironment().getProperty("local.server.port")));
    var thing = new Made(house.getBean(Entities.class)).station("{}");
    this.datastream =
        house
            .getBean(JdbcClient.class)
            .sql("select id from things.datastream where thing = :thing")
            .param("thing", thing)
            .query(Long.class)
            .single();
    this.credentials = credentials();
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (credentials.username() + ":" + credentials.secret())
                        .getBytes(StandardCharsets.UTF_8));
  }

  private Credentials credentials() {
    var order =
        new Devices.Order(
            UUID.randomUUID(),
            "bench",
            new Rights.Everything(),
            new Quota(Integer.MAX_VALUE, Integer.MAX_VALUE),
            false);
    return switch (house.getBean(Devices.class).open(Actor.CONSOLE, order)) {
      case Devices.Entered.Opened(var shown) -> shown;
      case Devices.Entered other -> throw new IllegalStateException(other.toString());
    };
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static ConfigurableApplicationContext start(Path data) throws IOException {
    return SpringApplication.run(
        Foyal.class,
        "--foyal.shell.data=" + data,
        "--server.port=0",
        "--management.server.port=0",
        "--foyal.things.mqtt-port=" + freePort(),
        "--foyal.things.mqtt-address=127.0.0.1",
        "--foyal.things.mqtt-connects-per-minute=100000",
        "--foyal.shell.forms-per-minute=100000000");
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    var data = Path.of(arguments[0]).resolve("data");
    try (var house = start(data)) {
      new WritingBench(house).measure();
    }
  }

  private void measure() throws IOException, SQLException, InterruptedException {
    var ours =
        new Driver(
            port,
            new HttpTongue("/v1.1/Datastreams(" + datastream + ")/Observations", authorization));
    // longer than what the house does by itself right after it opened
    if (ours.run(16, Duration.ofSeconds(40), WritingBench::one).refused() > 0) {
      throw new IllegalStateException("refused: " + ours.firstRefusal());
    }
    try (var bare = new BareWriter(house.getBean(DataSource.class))) {
      var raw = new Driver(bare.port(), new HttpTongue("/", ""));
      raw.run(16, Duration.ofSeconds(8), WritingBench::one);
      for (int connections : List.of(8, 32, 64)) {
        tell(
            "POST, %d connections".formatted(connections),
            1,
            ours.run(connections, TIME, WritingBench::one),
            raw.run(connections, TIME, WritingBench::one));
      }
    }
    mqtt();
    var rows = new Driver(port, new HttpTongue("/v1.1/CreateObservations", authorization));
    try (var bare = new BareWriter(house.getBean(DataSource.class))) {
      var raw = new Driver(bare.port(), new HttpTongue("/", ""));
      for (int size : List.of(100, 1_000)) {
        var body = bodies(size);
        raw.run(4, Duration.ofSeconds(3), body);
        rows.run(4, Duration.ofSeconds(3), body);
        tell("dataArray of " + size, size, rows.run(4, TIME, body), raw.run(4, TIME, body));
      }
    }
    bytes();
  }

  /// Each client has one message on its way, so that the bare writer's senders are as many.
  private void mqtt() throws IOException, SQLException, InterruptedException {
    var topic = "v1.1/Datastreams(" + datastream + ")/Observations";
    var ours =
        new Driver(
            house.getEnvironment().getRequiredProperty("foyal.things.mqtt-port", Integer.class),
            new MqttTongue(topic, credentials.username(), credentials.secret()));
    if (ours.run(16, Duration.ofSeconds(8), WritingBench::one).answered() == 0) {
      throw new IllegalStateException("nothing was acknowledged: " + ours.firstRefusal());
    }
    try (var bare = new BareWriter(house.getBean(DataSource.class))) {
      var raw = new Driver(bare.port(), new HttpTongue("/", ""));
      raw.run(16, Duration.ofSeconds(3), WritingBench::one);
      for (int connections : List.of(8, 32, 64)) {
        tell(
            "MQTT QoS 1, %d clients".formatted(connections),
            1,
            ours.run(connections, TIME, WritingBench::one),
            raw.run(connections, TIME, WritingBench::one));
      }
    }
  }

  private static String one(int nth) {
    return "{\"phenomenonTime\":\"%s\",\"result\":%d.5}"
        .formatted(START.plusSeconds(nth), nth % 50);
  }

  private IntFunction<String> bodies(int size) {
    return nth ->
        IntStream.range(0, size)
            .mapToObj(
                i -> "[\"%s\",%d.5]".formatted(START.plusSeconds((long) nth * size + i), i % 50))
            .collect(
                Collectors.joining(
                    ",",
                    "[{\"Datastream\":{\"@iot.id\":%d},\"components\":[\"phenomenonTime\",\"result\"],\"dataArray\":["
                        .formatted(datastream),
                    "]}]"));
  }

  private static void tell(String what, int each, Driver.Load ours, Driver.Load bare) {
    System.out.printf(
        Locale.ROOT,
        "%s: %,.0f observations/s (p50 %,d us, p99 %,d us, %d refused); bare %,.0f/s; ratio %.2f%n",
        what,
        ours.aSecond() * each,
        ours.p50_us(),
        ours.p99_us(),
        ours.refused(),
        bare.aSecond() * each,
        ours.aSecond() / bare.aSecond());
  }

  private void bytes() {
    var sql = house.getBean(JdbcClient.class);
    long rows = sql.sql("select count(*) from things.observation").query(Long.class).single();
    long size =
        sql.sql(
                """
                select sum(pg_total_relation_size(inhrelid))::bigint from pg_inherits
                where inhparent = 'things.observation'::regclass
                """)
            .query(Long.class)
            .single();
    System.out.printf(
        Locale.ROOT, "%,d observations: %.0f bytes each%n", rows, (double) size / rows);
  }
}
