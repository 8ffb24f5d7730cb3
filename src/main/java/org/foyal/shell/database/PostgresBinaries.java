package org.foyal.shell.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.foyal.shell.StartRefused;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// Unpacks the PostgreSQL that the jar carries, once for each version.
///
/// It lies in the data folder, so that a city needs nothing else on its machine; where several
/// houses share a machine, in the folder that the environment names for all of them.
final class PostgresBinaries {
  /// Names the folder in which several houses of a machine share one unpacked PostgreSQL.
  private static final String SHARED = "FOYAL_POSTGRES_BINARIES";

  /// The version of the binaries in pom.xml; a new one is unpacked beside the old.
  private static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /// The folder that holds `bin/postgres`.
  ///
  /// @throws StartRefused on a machine for which the jar has no PostgreSQL, or when unpacking fails
  static Path unpackFor(Path data) {
    var shared = System.getenv(SHARED);
    return shared == null || shared.isBlank()
        ? unpackInto(data, false)
        : unpackInto(Path.of(shared), true);
  }

  private static Path unpackInto(Path folder, boolean shared) {
    var home = folder.resolve("postgres-" + VERSION);
    if (Files.exists(home.resolve("bin/postgres"))) {
      return home;
    }
    var archive = "postgres-linux-" + architecture() + ".txz";
    try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw noBinaries();
      }
      Files.createDirectories(folder);
      // a data folder has one program, which takes up what a killed one left
      var making =
          shared
              ? Files.createTempDirectory(folder, "making")
              : Files.createDirectories(folder.resolve("postgres-" + VERSION + ".making"));
      var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, making);
      }
      place(making, home);
      return home;
    } catch (IOException e) {
      throw new StartRefused(
          "The embedded PostgreSQL could not be unpacked into " + folder + ": " + e.getMessage(),
          "Free about 100 MB there, or set foyal.shell.database-url to a PostgreSQL of your own.",
          e);
    }
  }

  /// Of two houses that unpack at once, the first one’s is both’s.
  private static void place(Path made, Path home) throws IOException {
    Files.setPosixFilePermissions(made, permissions(0755));
    try {
      Files.move(made, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(home.resolve("bin/postgres"))) {
        throw e;
      }
      FileSystemUtils.deleteRecursively(made);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("an entry leaves the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, permissions(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    return PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
  }

  private static String architecture() {
    var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    var linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    if (linux && (arch.equals("amd64") || arch.equals("x86_64"))) {
      return "x86_64";
    }
    if (linux && (arch.equals("aarch64") || arch.equals("arm64"))) {
      return "arm_64";
    }
    throw noBinaries();
  }

  private static StartRefused noBinaries() {
    return new StartRefused(
        "Foyal carries PostgreSQL for Linux on amd64 and arm64 only, and this machine is "
            + System.getProperty("os.name")
            + " on "
            + System.getProperty("os.arch")
            + ".",
        "Set foyal.shell.database-url, database-user and database-password to a PostgreSQL 15 or"
            + " later.");
  }
}
