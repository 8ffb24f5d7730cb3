package org.foyal.shell.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.foyal.shell.StartRefused;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything Foyal keeps, held by one process at a time.
///
/// The lock belongs to the operating system: it goes when the process does, `kill -9` included.
public final class DataFolder implements AutoCloseable {
  static final String LOCK = "foyal.lock";

  private final Path path;
  private final @Nullable FileChannel channel;

  private DataFolder(Path path, @Nullable FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Makes the folder where needed and takes it for this process.
  ///
  /// @throws StartRefused when it can't be made or written, or another process has it
  public static DataFolder take(Path wanted) {
    var path = wanted.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      var channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartRefused(
            "The data folder " + path + " is in use by another Foyal.",
            "Stop the other one first, or start this one with another folder: --data FOLDER.");
      }
      probe(path);
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new StartRefused(
          "The data folder " + path + " can't be written (" + reason(e) + ").",
          "Free some space, or give this user the right to write there, or start with another"
              + " folder: --data FOLDER. Nothing was changed.",
          e);
    }
  }

  /// Takes the folder, or shares it with the Foyal that has it: for commands at the console, which
  /// join that one's database and touch no file of the folder.
  ///
  /// @throws StartRefused when it can't be made or written
  public static DataFolder takeOrJoin(Path wanted) {
    var path = wanted.toAbsolutePath().normalize();
    return isHeld(path) ? new DataFolder(path, null) : take(wanted);
  }

  private static boolean isHeld(Path path) {
    var file = path.resolve(LOCK);
    if (!Files.exists(file)) {
      return false;
    }
    try (var probe = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return lock(probe) == null;
    } catch (IOException unknown) {
      return false; // taking it will say what is the matter
    }
  }

  /// Whether another process holds the folder.
  boolean joined() {
    return channel == null;
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException alreadyOurs) {
      return null;
    }
  }

  /// A full or read-only disk is better met here, in one sentence, than by PostgreSQL in the
  /// middle.
  private static void probe(Path path) throws IOException {
    var file = Files.createTempFile(path, "probe", ".tmp");
    try {
      Files.write(file, new byte[1 << 20]);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String reason(IOException e) {
    var message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  /// Where it is, absolute.
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
