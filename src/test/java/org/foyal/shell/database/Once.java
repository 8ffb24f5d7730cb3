package org.foyal.shell.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// Folders that all forks of a run need and that take a minute to make: the first fork that comes
/// makes them while the others wait. A build that is packaged anew has them made anew.
final class Once {
  private static final Path ROOM = Path.of("target/installed").toAbsolutePath();

  private Once() {}

  /// Makes a folder that is not there yet.
  interface Making {
    void in(Path folder) throws IOException, InterruptedException;
  }

  /// The folder of that name, made by now.
  static Path made(String name, Making making) {
    var folder = ROOM.resolve(name);
    try {
      Files.createDirectories(ROOM);
      try (var lock =
          FileChannel.open(
              ROOM.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock(); // until it is closed
        var stamp = ROOM.resolve(name + ".stamp");
        var build = Files.getLastModifiedTime(Path.of("target/foyal.jar")).toString();
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(build)) {
          Installed.run(List.of("rm", "-rf", folder.toString()), Map.of());
          making.in(folder);
          Files.writeString(stamp, build);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
