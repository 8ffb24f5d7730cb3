package org.foyal.shell.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.foyal.shell.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own, kept in the data folder and reachable from this machine only.
///
/// fsync, synchronous commit and page checksums are on: what is acknowledged survives `kill -9`. A
/// server left behind by a killed program is stopped, then started afresh, so that the two never
/// drift apart.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String USER = "foyal";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final Path cluster;
  private final String password;
  private final int port;

  private EmbeddedPostgres(Path home, Path cluster, String password, int port) {
    this.home = home;
    this.cluster = cluster;
    this.password = password;
    this.port = port;
  }

  /// Starts the server of a data folder, making it on first use.
  ///
  /// @throws StartRefused when the server's own log says that it can't start, with its last lines
  public static EmbeddedPostgres start(DataFolder folder) {
    var home = PostgresBinaries.unpackInto(folder.path());
    var cluster = folder.path().resolve("postgres");
    try {
      var password = password(folder.path().resolve("postgres.password"));
      if (!Files.exists(cluster.resolve("PG_VERSION"))) {
        LOG.info("Making the database in {}", cluster);
        initialise(home, cluster, folder.path().resolve("postgres.password"));
      }
      stopOrphan(home, cluster);
      var server = new EmbeddedPostgres(home, cluster, password, freePort());
      server.launch(folder.path().resolve("postgres.log"));
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

  /// The JDBC address, without the password.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /// The one database user.
  public String user() {
    return USER;
  }

  /// Its password, which never leaves this machine.
  public String password() {
    return password;
  }

  /// The port on the loopback address.
  public int port() {
    return port;
  }

  /// Stops the server quickly: open transactions are rolled back, what was acknowledged is kept.
  @Override
  public void close() {
    try {
      pgCtlStop(home, cluster);
    } catch (IOException e) {
      LOG.warn("PostgreSQL did not stop cleanly; it will recover by itself at the next start", e);
    }
  }

  private void launch(Path log) throws IOException {
    var command = new ArrayList<>(List.of(binary(home, "postgres"), "-D", cluster.toString()));
    List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=120",
            "shared_buffers=64MB",
            "jit=off",
            "log_timezone=UTC",
            "fsync=on",
            "synchronous_commit=on")
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    var process =
        new ProcessBuilder(PostgresUser.wrap(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process.getOutputStream().close();
    awaitReady(process, log);
  }

  private void awaitReady(Process process, Path log) throws IOException {
    long until_ns = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until_ns) {
      if (answers()) {
        return;
      }
      if (!process.isAlive()) {
        break;
      }
      pause();
    }
    process.destroy();
    var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    throw new StartRefused(
        "The embedded PostgreSQL did not start; its last words: "
            + String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size())),
        "Read "
            + log
            + "; a full or read-only disk is the usual reason. Nothing acknowledged is lost.");
  }

  private boolean answers() {
    var login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "2");
    try (var connection = DriverManager.getConnection(url(), login)) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted.", "Start again.", e);
    }
  }

  /// Made beside and moved into place, so that a start that was cut never leaves half a cluster.
  private static void initialise(Path home, Path cluster, Path passwordFile) throws IOException {
    var making = cluster.resolveSibling("postgres.making");
    delete(making);
    delete(cluster);
    Files.createDirectories(making);
    PostgresUser.own(making);
    var forInitdb = Files.createTempFile(cluster.getParent(), "initdb", ".txt");
    Files.copy(passwordFile, forInitdb, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(forInitdb, PosixFilePermissions.fromString("rw-------"));
    PostgresUser.own(forInitdb);
    try {
      run(
          List.of(
              binary(home, "initdb"),
              "--pgdata=" + making,
              "--username=" + USER,
              "--pwfile=" + forInitdb,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=icu",
              "--icu-locale=fr",
              "--data-checksums"));
    } finally {
      Files.deleteIfExists(forInitdb);
    }
    Files.move(making, cluster);
  }

  /// We hold the folder's lock, so a server that still runs on it has lost its program.
  private static void stopOrphan(Path home, Path cluster) throws IOException {
    var pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var first = Files.readAllLines(pidFile, StandardCharsets.UTF_8).stream().findFirst();
    var alive =
        first
            .map(line -> Long.parseLong(line.strip()))
            .flatMap(ProcessHandle::of)
            .filter(ProcessHandle::isAlive);
    if (alive.isPresent() && isPostgres(alive.get())) {
      LOG.info("Stopping the PostgreSQL that a killed Foyal left behind");
      pgCtlStop(home, cluster);
    }
  }

  /// After a reboot the number may belong to anybody; only a postgres is stopped.
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> c.contains("postgres")).orElse(true);
  }

  private static void pgCtlStop(Path home, Path cluster) throws IOException {
    if (Files.exists(cluster.resolve("postmaster.pid"))) {
      run(
          List.of(
              binary(home, "pg_ctl"),
              "stop",
              "-D",
              cluster.toString(),
              "-m",
              "fast",
              "-w",
              "-t",
              "60"));
    }
  }

  private static void run(List<String> command) throws IOException {
    var process = new ProcessBuilder(PostgresUser.wrap(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(Path.of(command.getFirst()).getFileName() + " said: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String binary(Path home, String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      var secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      var making = file.resolveSibling("postgres.password.making");
      Files.deleteIfExists(making);
      Files.createFile(
          making,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(making, HexFormat.of().formatHex(secret));
      Files.move(making, file);
    }
    return Files.readString(file).strip();
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path done, java.io.@org.jspecify.annotations.Nullable IOException e)
              throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
