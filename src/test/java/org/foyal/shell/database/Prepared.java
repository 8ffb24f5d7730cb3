package org.foyal.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The data folder of a city that was opened once and closed, made once for all tests of a fork:
/// they begin with a copy of it, where they do not look at the first start itself, as making the
/// tables of all rooms takes most of that.
final class Prepared {
  private static final Path FOLDER = made();

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

  private static Path made() {
    var data =
        Path.of("target/installed", Long.toString(ProcessHandle.current().pid()), "data")
            .toAbsolutePath();
    try {
      Files.createDirectories(data.getParent());
      try (var program = Program.of(List.of("--foyal.shell.data=" + data, "--server.port=0"))) {
        program.awaitOpen();
      }
      return data;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
