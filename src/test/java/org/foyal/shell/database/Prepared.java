package org.foyal.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The data folder of a city that was opened once and closed, made once for all tests: they begin
/// with a copy of it, where they do not look at the first start itself, as making the tables of all
/// rooms takes most of that.
final class Prepared {
  private static final Path FOLDER = Once.made("data", Prepared::open);

  private Prepared() {}

  /// Copies it to where nothing is yet; what is there stays as it is.
  static void copyTo(Path data) throws IOException {
    if (Files.exists(data)) {
      return;
    }
    try {
      // with owners, rights and times, as PostgreSQL looks at them
      var copied = Installed.run(List.of("cp", "-a", FOLDER.toString(), data.toString()), Map.of());
      if (copied.code() != 0) {
        throw new AssertionError(copied.said());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static void open(Path data) throws IOException {
    try (var program = Program.of(List.of("--foyal.shell.data=" + data, "--server.port=0"))) {
      program.awaitOpen();
    }
  }
}
