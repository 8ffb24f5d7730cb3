package org.foyal.shell.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Writers who note each insert that the database has acknowledged, so that a test can ask for it
/// back after a crash.
final class Ledger implements AutoCloseable {
  /// Opens a connection to wherever the database is now.
  interface Server {
    Connection connect() throws SQLException, IOException;
  }

  private final Server server;
  private final List<Thread> writers = new ArrayList<>();
  private final Set<Long> acknowledged = new ConcurrentSkipListSet<>();
  private volatile boolean over;

  private Ledger(Server server) {
    this.server = server;
  }

  /// Makes the ledger's table and lets that many writers write.
  static Ledger open(Server server, int writers) throws SQLException, IOException {
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists public.ledger (id bigint primary key, note text)");
    }
    var ledger = new Ledger(server);
    for (int i = 0; i < writers; i++) {
      long from = i * 1_000_000_000L;
      ledger.writers.add(Thread.ofPlatform().daemon().start(() -> ledger.write(from)));
    }
    return ledger;
  }

  /// A writer whose connection breaks opens another and goes on with the next number.
  private void write(long from) {
    long next = from;
    while (!over) {
      try (var connection = server.connect();
          var insert = connection.prepareStatement("insert into public.ledger values (?, ?)")) {
        while (!over) {
          insert.setLong(1, next);
          insert.setString(2, "note " + next);
          long id = next++;
          insert.executeUpdate();
          acknowledged.add(id);
        }
      } catch (SQLException | IOException broken) {
        rest();
      }
    }
  }

  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until that many more inserts are acknowledged.
  void awaitMore(int count) {
    int wanted = acknowledged.size() + count;
    await(() -> acknowledged.size() >= wanted, "acknowledged inserts");
  }

  static void await(Supplier<Boolean> reached, String what) {
    long until_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
    while (!reached.get()) {
      if (System.nanoTime() > until_ns) {
        throw new AssertionError("waited too long for: " + what);
      }
      rest();
    }
  }

  /// What is acknowledged so far.
  Set<Long> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  /// What a database has kept.
  static Set<Long> kept(Connection connection) throws SQLException {
    var kept = new java.util.HashSet<Long>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from public.ledger")) {
      while (rows.next()) {
        kept.add(rows.getLong(1));
      }
    }
    return kept;
  }

  /// Each table outside the server's own with its number of rows and a checksum over all of them.
  static Map<String, String> sums(Connection connection) throws SQLException {
    var sums = new TreeMap<String, String>();
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    for (var table : tables) {
      try (var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                      + " from "
                      + table
                      + " t")) {
        row.next();
        sums.put(table, row.getString(1));
      }
    }
    return sums;
  }

  @Override
  public void close() {
    end();
  }

  /// Lets the writers end, and waits for them.
  void end() {
    over = true;
    for (var writer : writers) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// A server in a data folder that another process has started.
  static Server of(Path data) {
    return () ->
        Backup.connect(
            data,
            new Cluster(data, data).port().orElseThrow(() -> new IOException("no server yet")));
  }
}
