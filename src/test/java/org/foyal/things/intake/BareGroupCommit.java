package org.foyal.things.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.Incoming.Result;
import org.postgresql.PGConnection;

/// The raw limit of the intake: one writer that copies whatever waits into a table with the same
/// columns and indexes and commits. It knows no datastream, keeps no count, looks for no feature,
/// refuses nothing and tells nobody but the sender.
final class BareGroupCommit implements AutoCloseable {
  private static final String COPY =
      "copy public.bare_observation (datastream, phenomenon_from, id, number) from stdin";
  private static final int MOST = 5_000;

  private record Waiting(List<Incoming> those, CompletableFuture<Integer> answer) {}

  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final AtomicReference<Exception> fault = new AtomicReference<>();
  private final Connection connection;
  private final Thread writer;
  private long id;

  private BareGroupCommit(Connection connection) {
    this.connection = connection;
    this.writer = Thread.ofPlatform().name("bare").daemon(true).start(this::write);
  }

  static BareGroupCommit open(DataSource source) throws SQLException {
    var connection = source.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("drop table if exists public.bare_observation");
      statement.execute(
          "create table public.bare_observation (like things.observation including indexes)");
    }
    connection.setAutoCommit(false);
    return new BareGroupCommit(connection);
  }

  CompletableFuture<Integer> take(List<Incoming> those) {
    var waiting = new Waiting(those, new CompletableFuture<>());
    queue.add(waiting);
    return waiting.answer();
  }

  private void write() {
    try {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      while (true) {
        var load = new ArrayList<Waiting>();
        load.add(queue.take());
        int rows = load.getFirst().those().size();
        for (var one = queue.peek();
            one != null && rows + one.those().size() <= MOST;
            one = queue.peek()) {
          load.add(queue.remove());
          rows += one.those().size();
        }
        var text = new StringBuilder(rows * 48);
        load.forEach(one -> one.those().forEach(what -> append(text, what)));
        var into = copy.copyIn(COPY);
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        into.writeToCopy(bytes, 0, bytes.length);
        into.endCopy();
        connection.commit();
        load.forEach(one -> one.answer().complete(one.those().size()));
      }
    } catch (SQLException broken) {
      fault.set(broken);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(StringBuilder text, Incoming what) {
    if (!(what.result() instanceof Result.Numeric(double number))) {
      throw new IllegalArgumentException("numbers only");
    }
    text.append(what.datastream()).append('\t');
    text.append(what.phenomenon().from()).append('\t');
    text.append(++id).append('\t').append(number).append('\n');
  }

  @Override
  public void close() throws SQLException, IOException {
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.setAutoCommit(true);
    connection.close();
    if (fault.get() != null) {
      throw new IOException(fault.get());
    }
  }
}
