package org.foyal.shell.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.StartRefused;

/// The files of one PostgreSQL server in a data folder, and the programs that act on them.
///
/// @param data the data folder
/// @param home where the server's programs are
record Cluster(Path data, Path home) {
  static final String FOLDER = "postgres";
  static final String PASSWORD = "postgres.password";
  static final String USER = "foyal";

  /// The cluster of a data folder, which may have to be made yet.
  static Cluster in(Path data) {
    return new Cluster(data, PostgresBinaries.unpackFor(data));
  }

  Path folder() {
    return data.resolve(FOLDER);
  }

  Path log() {
    return data.resolve("postgres.log");
  }

  /// A restore puts the cluster here and moves it into place when all of it was proven.
  static Path restoring(Path data) {
    return data.resolve("postgres.restoring");
  }

  String binary(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /// Makes the cluster where there is none.
  ///
  /// @throws StartRefused when a restore into the folder was cut
  void makeWhereAbsent() throws IOException {
    if (Files.exists(restoring(data))) {
      throw new StartRefused(
          "A restore into " + data + " was cut before its end.",
          "Delete that folder and restore again; the backup itself is unharmed.");
    }
    var password = data.resolve(PASSWORD);
    if (Files.exists(folder().resolve("PG_VERSION"))) {
      if (!Files.exists(password)) {
        throw new StartRefused(
            "The password of the database is missing: " + password + ".",
            "Put the file back, from a backup of the data folder.");
      }
      return;
    }
    password();
    initialise(password);
  }

  /// Made beside and moved into place, so that a start that was cut never leaves half a cluster.
  private void initialise(Path passwordFile) throws IOException {
    var making = data.resolve("postgres.making");
    Folders.delete(making);
    Folders.delete(folder());
    Files.createDirectories(making);
    PostgresUser.own(making);
    var forInitdb = Files.createTempFile(data, "initdb", ".txt");
    Files.copy(passwordFile, forInitdb, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(forInitdb, PosixFilePermissions.fromString("rw-------"));
    PostgresUser.own(forInitdb);
    try {
      run(
          List.of(
              binary("initdb"),
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
    Files.move(making, folder());
  }

  /// The server that runs on these files, if one does.
  Optional<ProcessHandle> server() throws IOException {
    return pidFile().stream()
        .findFirst()
        .map(line -> Long.parseLong(line.strip()))
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(Cluster::isPostgres);
  }

  /// The port of the server that runs on these files; the server writes it once it listens.
  Optional<Integer> port() throws IOException {
    var lines = pidFile();
    return server().isPresent() && lines.size() > 3
        ? Optional.of(Integer.valueOf(lines.get(3).strip()))
        : Optional.empty();
  }

  private List<String> pidFile() throws IOException {
    var file = folder().resolve("postmaster.pid");
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  /// After a reboot the number may belong to anybody; only a postgres is stopped.
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> c.contains("postgres")).orElse(true);
  }

  /// Stops the server that runs on these files, if one does.
  void stop() throws IOException {
    if (server().isPresent()) {
      run(
          List.of(
              binary("pg_ctl"), "stop", "-D", folder().toString(), "-m", "fast", "-w", "-t", "60"));
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

  /// The password, made on first use; the file is readable to us alone.
  String password() throws IOException {
    var file = data.resolve(PASSWORD);
    if (!Files.exists(file)) {
      var secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      var making = file.resolveSibling(PASSWORD + ".making");
      Files.deleteIfExists(making);
      Files.createFile(
          making,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(making, HexFormat.of().formatHex(secret));
      Files.move(making, file);
    }
    return Files.readString(file).strip();
  }
}
