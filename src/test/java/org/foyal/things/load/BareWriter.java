package org.foyal.things.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The raw limit: the JDK's HTTP server, each body parsed, one writer that puts whatever waits into
/// a narrow table (datastream, time, number, id; key on datastream, time, id) by COPY and answers
/// after the commit. It checks nothing, and nobody listens.
final class BareWriter implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST = 5_000;

  private record Row(long id, String time, double number) {}

  private record Waiting(List<Row> rows, CompletableFuture<Boolean> done) {}

  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final AtomicLong ids = new AtomicLong();
  private final ExecutorService threads = Executors.newFixedThreadPool(64);
  private final HttpServer server;
  private final Connection connection;
  private final Thread writer;

  BareWriter(DataSource source) throws IOException, SQLException {
    connection = source.getConnection();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("drop table if exists public.bare_observation");
      statement.execute(
          """
          create table public.bare_observation (datastream bigint not null, phenomenon_from timestamptz not null,
            number double precision, id bigint not null, primary key (datastream, phenomenon_from, id))
          """);
    }
    connection.commit();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    writer = Thread.ofPlatform().daemon(true).start(this::write);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var json = JSON.readTree(exchange.getRequestBody().readAllBytes());
    var rows = new ArrayList<Row>();
    if (json.isArray()) {
      for (var row : json.get(0).get("dataArray")) {
        rows.add(row(row.get(0), row.get(1)));
      }
    } else {
      rows.add(row(json.get("phenomenonTime"), json.get("result")));
    }
    var waiting = new Waiting(rows, new CompletableFuture<>());
    queue.add(waiting);
    waiting.done().join();
    exchange.getResponseHeaders().set("Location", "/Observations(" + rows.getFirst().id() + ")");
    exchange.sendResponseHeaders(201, -1);
    exchange.close();
  }

  private Row row(JsonNode time, JsonNode result) {
    return new Row(
        ids.incrementAndGet(),
        OffsetDateTime.parse(time.stringValue()).toString(),
        result.doubleValue());
  }

  private void write() {
    try {
      while (true) {
        var those = new ArrayList<Waiting>();
        those.add(queue.take());
        int rows = those.getFirst().rows().size();
        for (var next = queue.peek();
            next != null && rows + next.rows().size() <= MOST;
            next = queue.peek()) {
          those.add(queue.remove());
          rows += next.rows().size();
        }
        copy(those);
        connection.commit();
        those.forEach(one -> one.done().complete(true));
      }
    } catch (InterruptedException | SQLException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(List<Waiting> those) throws SQLException {
    var text = new StringBuilder();
    for (var one : those) {
      for (var row : one.rows()) {
        text.append("1\t").append(row.time()).append('\t').append(row.number()).append('\t');
        text.append(row.id()).append('\n');
      }
    }
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy public.bare_observation from stdin");
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    server.stop(0);
    threads.shutdownNow();
    writer.interrupt();
    connection.close();
  }
}
