package org.foyal.shell.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/// Backs up a data folder while its server runs, by the server's own base-backup functions.
///
/// The server is told that a backup begins; its files are copied as they are, half-written pages
/// included; the write-ahead log from the beginning to the end then mends them when the copy first
/// starts. A replication slot keeps that log from being recycled meanwhile.
final class Backup {
  static final String FORMAT = "foyal-backup 1\n";
  static final String FORMAT_FILE = "foyal-backup.txt";

  /// Folders of the cluster that a server makes afresh; only they are kept, not what is in them.
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label");

  private final Path data;
  private final BackupArchive archive;

  private Backup(Path data, BackupArchive archive) {
    this.data = data;
    this.archive = archive;
  }

  /// What was written.
  record Written(int files, long bytes) {}

  /// Writes the whole data folder into a file, which must not exist yet.
  static Written write(Path data, Connection server, Path file) throws IOException, SQLException {
    try (var archive = BackupArchive.create(file)) {
      var backup = new Backup(data, archive);
      archive.addText(FORMAT_FILE, FORMAT);
      backup.copyKeptFiles(file);
      backup.copyCluster(server);
      archive.finish();
      return new Written(archive.files(), archive.bytes());
    }
  }

  /// Opens a connection to the server that runs on a data folder.
  static Connection connect(Path data, int port) throws IOException, SQLException {
    var password = Files.readString(data.resolve(Cluster.PASSWORD)).strip();
    return DriverManager.getConnection(EmbeddedPostgres.url(port), Cluster.USER, password);
  }

  /// The name under `--to` where none is given, by the server's clock.
  static String name(Connection server) throws SQLException {
    return ask(
        server,
        "select to_char(now() at time zone 'utc', '\"foyal-\"YYYYMMDD-HH24MISS\".tar.gz\"')");
  }

  private void copyCluster(Connection server) throws IOException, SQLException {
    ask(
        server,
        "select pg_create_physical_replication_slot('foyal_backup_' || pg_backend_pid(), true, true)");
    var first = ask(server, "select pg_walfile_name(pg_backup_start('foyal', true))");
    copyFolder(data.resolve(Cluster.FOLDER));
    try (var statement = server.createStatement();
        var stopped =
            statement.executeQuery(
                "select pg_walfile_name(lsn - 1), labelfile from pg_backup_stop(false)")) {
      stopped.next();
      archive.addText(Cluster.FOLDER + "/backup_label", stopped.getString(2));
      copyLog(first, stopped.getString(1));
    }
  }

  /// The log from the segment where the backup began to the one where it ended, each there.
  private void copyLog(String first, String last) throws IOException {
    var folder = data.resolve(Cluster.FOLDER).resolve("pg_wal");
    archive.addFolder(Cluster.FOLDER + "/pg_wal/archive_status");
    archive.addFolder(Cluster.FOLDER + "/pg_wal/summaries");
    for (var segment = new Segment(first); ; segment = segment.next()) {
      var file = folder.resolve(segment.name());
      if (!Files.exists(file)) {
        throw new IOException("the write-ahead log lacks " + segment.name());
      }
      archive.addFile(Cluster.FOLDER + "/pg_wal/" + segment.name(), file);
      if (segment.name().equals(last)) {
        return;
      }
    }
  }

  /// A file of the log: 8 hexadecimal digits each of timeline, log and segment; 256 segments of 16
  /// MB make a log.
  record Segment(String name) {
    Segment next() {
      long log = Long.parseLong(name.substring(8, 16), 16);
      long number = log * 256 + Long.parseLong(name.substring(16), 16) + 1;
      return new Segment(name.substring(0, 8) + "%08X%08X".formatted(number / 256, number % 256));
    }
  }

  private void copyFolder(Path cluster) throws IOException {
    Files.walkFileTree(
        cluster,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            var name = String.valueOf(folder.getFileName());
            if (name.startsWith("pgsql_tmp")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            archive.addFolder(nameOf(folder));
            return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            var name = String.valueOf(file.getFileName());
            if (attributes.isRegularFile()
                && !LEFT_OUT.contains(name)
                && !name.startsWith("pgsql_tmp")) {
              addUnlessGone(file);
            }
            return FileVisitResult.CONTINUE;
          }

          // A table dropped during the backup takes its file away; the log says so too.
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  private void addUnlessGone(Path file) throws IOException {
    if (Files.exists(file)) {
      archive.addFile(nameOf(file), file);
    }
  }

  /// What else the folder keeps: not the server's programs and log, nor other backups, nor what is
  /// being made.
  private void copyKeptFiles(Path target) throws IOException {
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.equals(data)) {
              return FileVisitResult.CONTINUE;
            }
            var relative = nameOf(folder);
            if (relative.equals("backups") || relative.matches("postgres(-[^/]*|\\.[^/]*)?")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            archive.addFolder(relative);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            var name = nameOf(file);
            if (attributes.isRegularFile()
                && !file.equals(target)
                && !Set.of(DataFolder.LOCK, "postgres.log").contains(name)
                && !name.matches(
                    "(foyal-.*\\.tar\\.gz(\\.making)?|initdb.*\\.txt|probe.*\\.tmp)")) {
              addUnlessGone(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private String nameOf(Path path) {
    return data.relativize(path).toString();
  }

  private static String ask(Connection server, String question) throws SQLException {
    try (var statement = server.createStatement();
        var answer = statement.executeQuery(question)) {
      answer.next();
      var said = answer.getString(1);
      return said == null ? "" : said;
    }
  }
}
