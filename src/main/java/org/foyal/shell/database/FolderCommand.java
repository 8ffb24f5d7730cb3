package org.foyal.shell.database;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyal.shell.StartRefused;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// The commands on a data folder that need no house around them: `backup`, `restore`, and
/// `prepare`, which makes the database of a new folder and ends.
public final class FolderCommand {
  private static final String USAGE =
      "backup [--data var] [--to FILE]   or   restore FILE --data NEWFOLDER";

  private final PrintStream out;

  private FolderCommand(PrintStream out) {
    this.out = out;
  }

  /// Whether a first argument is one of ours.
  public static boolean isOne(String word) {
    return List.of("backup", "restore", "prepare").contains(word);
  }

  /// Does what the arguments say and returns the exit code: 0, or 1 after a sentence on the error
  /// stream.
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    LoggingSystem.get(FolderCommand.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    try {
      var command = new FolderCommand(out);
      var words = arguments.subList(1, arguments.size());
      switch (arguments.getFirst()) {
        case "backup" -> command.backup(options(words));
        case "prepare" -> command.prepare(options(words));
        default -> command.restore(words);
      }
      return 0;
    } catch (StartRefused refused) {
      err.println(refused.getMessage());
      err.println("What to do: " + refused.cure());
    } catch (IOException | SQLException e) {
      err.println("That did not work: " + e.getMessage());
      err.println("What to do: check the space and the rights of the folders, then do it again.");
    }
    return 1;
  }

  private static Map<String, String> options(List<String> words) {
    var options = new HashMap<String, String>();
    for (int i = 0; i < words.size(); i += 2) {
      var name = words.get(i);
      if (!List.of("--data", "--to").contains(name) || i + 1 == words.size()) {
        throw new StartRefused("« " + name + " » is not understood.", "Write: " + USAGE);
      }
      options.put(name, words.get(i + 1));
    }
    return options;
  }

  private void prepare(Map<String, String> options) throws IOException {
    try (var folder = DataFolder.take(Path.of(options.getOrDefault("--data", "var")))) {
      Cluster.in(folder.path()).makeWhereAbsent();
      out.println("The database of " + folder.path() + " is made.");
    }
  }

  private void backup(Map<String, String> options) throws IOException, SQLException {
    var data = Path.of(options.getOrDefault("--data", "var")).toAbsolutePath().normalize();
    if (!Files.exists(data.resolve(Cluster.FOLDER).resolve("PG_VERSION"))) {
      throw new StartRefused(
          "There is no database of ours in " + data + ".",
          "Name the right folder with --data; an external PostgreSQL is backed up by its own tools.");
    }
    var running = new Cluster(data, data).port();
    if (running.isPresent()) {
      out.println("Foyal is running; it goes on while the backup is made.");
      try (var server = Backup.connect(data, running.get())) {
        write(data, server, options);
      }
    } else {
      out.println("Foyal is not running; its database is started for the time of the backup.");
      try (var folder = DataFolder.take(data);
          var own = EmbeddedPostgres.start(folder);
          var server = Backup.connect(data, own.port())) {
        write(data, server, options);
      }
    }
  }

  /// Written beside and moved into place: a file of that name is a whole backup.
  private void write(Path data, Connection server, Map<String, String> options)
      throws IOException, SQLException {
    var named = options.get("--to");
    var file =
        (named == null ? data.resolve("backups").resolve(Backup.name(server)) : Path.of(named))
            .toAbsolutePath()
            .normalize();
    if (Files.exists(file)) {
      throw new StartRefused(file + " exists already.", "Name another file with --to.");
    }
    Files.createDirectories(file.getParent());
    var making = file.resolveSibling(file.getFileName() + ".making");
    Files.deleteIfExists(making);
    try {
      var written = Backup.write(data, server, making);
      Files.move(making, file);
      out.printf(
          "Backed up %d files, %.1f MB, into %s (%.1f MB).%n",
          written.files(), written.bytes() / 1e6, file, Files.size(file) / 1e6);
      out.println("It holds personal data and the password of the database: keep it safe.");
    } finally {
      Files.deleteIfExists(making);
    }
  }

  private void restore(List<String> words) throws IOException, SQLException {
    if (words.size() != 3 || !words.get(1).equals("--data")) {
      throw new StartRefused("A restore needs a file and a new folder.", "Write: " + USAGE);
    }
    var file = Path.of(words.getFirst()).toAbsolutePath().normalize();
    var data = Path.of(words.getLast()).toAbsolutePath().normalize();
    if (!Files.isRegularFile(file)) {
      throw new StartRefused("There is no file " + file + ".", "Name a file made by bin/backup.");
    }
    if (Files.exists(data) && (!Files.isDirectory(data) || !Folders.isEmpty(data))) {
      throw new StartRefused(
          data + " is not an empty folder.",
          "Name a new folder with --data: a restore never writes over anything.");
    }
    try (var folder = DataFolder.take(data)) {
      out.println("Unpacking and proving " + file + "…");
      Restore.unpack(file, folder.path());
      out.println("Starting the restored database once, so that it brings itself up to date…");
      try (var own = EmbeddedPostgres.start(folder);
          var server = Backup.connect(data, own.port())) {
        out.println("Restored " + tables(server) + " tables into " + data + ".");
        out.println("Start Foyal on it with --data " + data);
      }
    }
  }

  private static long tables(Connection server) throws SQLException {
    try (var statement = server.createStatement();
        var counted =
            statement.executeQuery(
                "select count(*) from pg_tables where schemaname !~ '^(pg_|information_schema)'")) {
      counted.next();
      return counted.getLong(1);
    }
  }
}
