package org.foyal.people.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.shell.StartRefused;

/// The file of the keys: one a line in Base64, the first seals, all open. Only its owner reads it.
final class SealFile {
  private static final String FIRST_LINES =
      "# The keys that seal the second steps of Foyal's staff: the first seals, all open.\n";

  private final Path file;

  SealFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  Path path() {
    return file;
  }

  /// The keys, none when there is no file.
  ///
  /// @throws StartRefused when it can't be read, or a line of it is no key
  List<SealKey> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      var keys = new ArrayList<SealKey>();
      for (var line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          keys.add(SealKey.read(line).orElseThrow(this::noKey));
        }
      }
      if (keys.isEmpty()) {
        throw noKey();
      }
      return keys;
    } catch (IOException e) {
      throw new StartRefused(
          "The key file " + file + " can't be read (" + e.getMessage() + ").",
          "Let the user who runs Foyal read it, and nobody else (mode 0600).",
          e);
    }
  }

  private StartRefused noKey() {
    return new StartRefused(
        "The key file " + file + " holds something that is no key.",
        "Put back the file that was there, or keep in it only lines of 32 bytes in Base64.");
  }

  /// Writes keys where there is no file yet; answers what is there, if somebody was faster.
  List<SealKey> make(SealKey key) {
    try {
      var making = making();
      Files.writeString(making, text(List.of(key)));
      try {
        Files.createLink(file, making); // appears whole, or not at all
      } catch (UnsupportedOperationException noLinks) {
        Files.move(making, file);
      } finally {
        Files.deleteIfExists(making);
      }
      return List.of(key);
    } catch (FileAlreadyExistsException faster) {
      return read();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Puts a new key before those that are there.
  List<SealKey> putFirst(SealKey fresh, List<SealKey> old) {
    var keys = Stream.concat(Stream.of(fresh), old.stream()).toList();
    try {
      var making = making();
      Files.writeString(making, text(keys));
      Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return keys;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Path making() throws IOException {
    return Files.createTempFile(
        file.getParent(),
        "staff-keys",
        ".making",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private StartRefused unwritable(IOException e) {
    return new StartRefused(
        "The key file " + file + " can't be written (" + e.getMessage() + ").",
        "Give this user the right to write there, or put a key there by hand.",
        e);
  }

  private static String text(List<SealKey> keys) {
    return keys.stream().map(SealKey::written).collect(Collectors.joining("\n", FIRST_LINES, "\n"));
  }
}
