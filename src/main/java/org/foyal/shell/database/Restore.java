package org.foyal.shell.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.foyal.shell.StartRefused;

/// Unpacks a backup into an empty data folder, proving every byte of it against its manifest.
///
/// The database takes its place last: a folder with half a restore in it never starts.
final class Restore {
  private static final String CURE =
      "Nothing is kept of this restore. Take another copy of that backup, or an earlier backup.";

  private final Path data;
  private final Map<String, String> sums = new HashMap<>();
  private String manifest = "";

  private Restore(Path data) {
    this.data = data;
  }

  /// Unpacks and proves; the folder is left empty when the backup is no good.
  ///
  /// @throws StartRefused when the file is no backup, was cut or was altered
  static void unpack(Path file, Path data) throws IOException {
    var restore = new Restore(data);
    try {
      restore.read(file);
      restore.prove(file);
    } catch (StartRefused refused) {
      restore.forget();
      throw refused;
    } catch (IOException e) {
      restore.forget();
      if (isRoomMissing(e)) {
        throw e;
      }
      throw new StartRefused(
          "The backup " + file + " is cut or altered: " + e.getMessage(), CURE, e);
    }
    Files.move(Cluster.restoring(data), data.resolve(Cluster.FOLDER));
  }

  /// A full or read-only disk is no fault of the backup.
  private static boolean isRoomMissing(IOException e) {
    return e instanceof java.nio.file.FileSystemException
        || String.valueOf(e.getMessage()).contains("No space left");
  }

  private void read(Path file) throws IOException {
    try (var packed = new BufferedInputStream(Files.newInputStream(file));
        var unpacked = new GzipCompressorInputStream(packed);
        var tar = new TarArchiveInputStream(unpacked, "UTF-8")) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry);
      }
      // to the very end, where gzip keeps the checksum of the whole, the manifest's included
      unpacked.transferTo(OutputStream.nullOutputStream());
    } catch (IllegalArgumentException e) {
      throw new IOException("an entry is unreadable", e);
    }
  }

  private void unpack(InputStream tar, TarArchiveEntry entry) throws IOException {
    var name = entry.getName().replaceFirst("/$", "");
    if (name.equals(BackupArchive.MANIFEST)) {
      manifest = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
      return;
    }
    var target = target(name);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
      PostgresUser.own(target);
    } else if (entry.isFile()) {
      copy(tar, target, name);
    } else {
      throw new IOException("an entry is neither file nor folder: " + name);
    }
  }

  private void copy(InputStream tar, Path target, String name) throws IOException {
    Files.createDirectories(target.getParent());
    var digest = BackupArchive.sha256();
    try (var out = Files.newOutputStream(target, java.nio.file.StandardOpenOption.CREATE_NEW)) {
      var buffer = new byte[1 << 16];
      for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
        out.write(buffer, 0, read);
        digest.update(buffer, 0, read);
      }
    }
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    if (name.startsWith(Cluster.FOLDER + "/")) {
      PostgresUser.own(target);
    }
    sums.put(name, HexFormat.of().formatHex(digest.digest()));
  }

  private Path target(String name) throws IOException {
    var inside =
        name.equals(Cluster.FOLDER) || name.startsWith(Cluster.FOLDER + "/")
            ? Cluster.restoring(data)
                .resolve(name.substring(Cluster.FOLDER.length()).replaceFirst("^/", ""))
            : data.resolve(name);
    var target = inside.normalize();
    if (!target.startsWith(data)) {
      throw new IOException("an entry leaves the folder: " + name);
    }
    return target;
  }

  private void prove(Path file) throws IOException {
    var format = data.resolve(Backup.FORMAT_FILE);
    if (!Files.exists(format) || !Files.readString(format).equals(Backup.FORMAT)) {
      throw new StartRefused(file + " is no backup of Foyal.", "Name a file made by bin/backup.");
    }
    Files.delete(format);
    var promised = new HashMap<String, String>();
    manifest
        .lines()
        .map(line -> line.split("  ", 2))
        .forEach(line -> promised.put(line[line.length - 1], line[0]));
    if (promised.isEmpty()) {
      throw new StartRefused("The backup " + file + " was cut: its manifest is missing.", CURE);
    }
    promised.forEach((name, sum) -> {
      if (!sum.equals(sums.get(name))) {
        throw new StartRefused("The backup " + file + " was altered: " + name + " differs.", CURE);
      }
    });
    if (promised.size() != sums.size()) {
      throw new StartRefused("The backup " + file + " holds files that its manifest lacks.", CURE);
    }
  }

  private void forget() throws IOException {
    try (var inside = Files.list(data)) {
      for (var path : inside.filter(p -> !p.endsWith(DataFolder.LOCK)).toList()) {
        Folders.delete(path);
      }
    }
  }
}
