package org.foyal.shell.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.foyal.shell.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own, kept in the data folder and reachable from this machine only.
///
/// fsync, synchronous commit, full-page writes and page checksums are on: what is acknowledged
/// survives `kill -9`. A server left behind by a killed program is stopped, then started afresh, so
/// that the two never drift apart. A server that stops by itself is started again on the same port,
/// as often as it takes; the pages meanwhile ask for patience ([DatabaseAway]).
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int TRIES = 10;

  private final Cluster cluster;
  private final String password;
  private final int port;
  private volatile boolean closing;
  private volatile boolean joined;

  private EmbeddedPostgres(Cluster cluster, String password, int port) {
    this.cluster = cluster;
    this.password = password;
    this.port = port;
  }

  /// Starts the server of a data folder, making it on first use.
  ///
  /// @throws StartRefused when the server's own log says that it can't start, with its last lines
  public static EmbeddedPostgres start(DataFolder folder) {
    var cluster = Cluster.in(folder.path());
    try {
      if (!Files.exists(cluster.folder())) {
        LOG.info("Making the database in {}", cluster.folder());
      }
      cluster.makeWhereAbsent();
      if (cluster.server().isPresent()) {
        LOG.info("Stopping the PostgreSQL that a killed Foyal left behind");
        cluster.stop();
      }
      var server = new EmbeddedPostgres(cluster, cluster.password(), freePort());
      var process = server.launchPatiently();
      Thread.ofPlatform().daemon().name("postgres-watch").start(() -> server.watch(process));
      return server;
    } catch (IOException e) {
      throw new StartRefused(
          "The embedded PostgreSQL could not be prepared in "
              + folder.path()
              + ": "
              + e.getMessage(),
          "Check the space and the rights of the data folder, or set foyal.shell.database-url to a"
              + " PostgreSQL of your own.",
          e);
    }
  }

  /// Joins the server of the Foyal that holds the folder; closing it leaves that server running.
  ///
  /// @throws StartRefused while that Foyal is only starting or already stopping
  static EmbeddedPostgres join(DataFolder folder) {
    var cluster = new Cluster(folder.path(), folder.path());
    try {
      var port =
          cluster
              .port()
              .orElseThrow(() ->
                  new StartRefused(
                      "Another Foyal holds "
                          + folder.path()
                          + ", but its database does not answer.",
                      "It is starting or stopping: wait some seconds, then do this again."));
      var server = new EmbeddedPostgres(cluster, cluster.password(), port);
      server.joined = true;
      return server;
    } catch (IOException e) {
      throw new StartRefused(
          "The database in " + folder.path() + " can't be joined: " + e.getMessage(),
          "Run this as the user that runs Foyal.",
          e);
    }
  }

  /// The JDBC address, without the password.
  public String url() {
    return url(port);
  }

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /// The one database user.
  public String user() {
    return Cluster.USER;
  }

  /// Its password, which never leaves this machine.
  public String password() {
    return password;
  }

  /// The port on the loopback address; it stays the same when the server is started again.
  public int port() {
    return port;
  }

  /// Stops the server quickly: open transactions are rolled back, what was acknowledged is kept.
  @Override
  public void close() {
    closing = true;
    if (joined) {
      return;
    }
    try {
      cluster.stop();
    } catch (IOException e) {
      LOG.warn("PostgreSQL did not stop cleanly; it will recover by itself at the next start", e);
    }
  }

  /// A killed server's children hold its memory for a moment more; a new one is then refused.
  private Process launchPatiently() throws IOException {
    for (int refused = 1; ; refused++) {
      var process = launch();
      if (awaitReady(process)) {
        return process;
      }
      process.destroy();
      if (refused == TRIES || !lastWords().contains("shared memory")) {
        throw new StartRefused(
            "The embedded PostgreSQL did not start; its last words: " + lastWords(),
            "Read "
                + cluster.log()
                + "; a full or read-only disk is the usual reason. Nothing acknowledged is lost.");
      }
      pause(Duration.ofMillis(500));
    }
  }

  private Process launch() throws IOException {
    var command = new ArrayList<>(List.of(cluster.binary("postgres"), "-D", data()));
    List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=120",
            "shared_buffers=64MB",
            "jit=off",
            "log_timezone=UTC",
            "wal_level=replica",
            "full_page_writes=on",
            "fsync=on",
            "synchronous_commit=on")
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    var process =
        new ProcessBuilder(PostgresUser.wrap(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
            .start();
    process.getOutputStream().close();
    return process;
  }

  private String data() {
    return cluster.folder().toString();
  }

  private boolean awaitReady(Process process) {
    long until_ns = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until_ns && process.isAlive()) {
      if (answers()) {
        return true;
      }
      pause(Duration.ofMillis(25));
    }
    return false;
  }

  private boolean answers() {
    var login = new Properties();
    login.setProperty("user", Cluster.USER);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "2");
    try (var connection = DriverManager.getConnection(url(), login)) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /// Waits for the server's end; unless we asked for it, starts the server again.
  private void watch(Process first) {
    var process = first;
    while (!closing) {
      try {
        process.waitFor();
        if (!closing) {
          LOG.warn("PostgreSQL has stopped by itself; it is being started again");
          process = restart();
          LOG.warn("PostgreSQL is back; what was acknowledged is kept");
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Process restart() throws InterruptedException {
    var wait = Duration.ofMillis(200);
    while (true) {
      try {
        return launchPatiently();
      } catch (StartRefused | IOException e) {
        LOG.error("PostgreSQL can't be started yet: {}", e.getMessage());
        TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? wait.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private String lastWords() throws IOException {
    var lines = Files.readAllLines(cluster.log(), StandardCharsets.UTF_8);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted.", "Start again.", e);
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
