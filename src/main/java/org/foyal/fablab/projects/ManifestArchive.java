package org.foyal.fablab.projects;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.foyal.fablab.projects.ManifestToml.Reading;
import org.springframework.stereotype.Component;

/// Writes a project as an archive with its manifest, and reads one from elsewhere: entry after
/// entry, none further than it may be long, none written to a disk.
@Component
class ManifestArchive {
  private static final int MOST_ENTRIES = 60;
  private static final long MOST_UNPACKED_bytes = 60_000_000;
  private static final int MANIFEST_bytes = 100_000;
  private static final String MANIFEST = "okh.toml";

  private final ProjectFiles files;

  ManifestArchive(ProjectFiles files) {
    this.files = files;
  }

  /// What can come of reading.
  sealed interface Brought {
    /// It may be kept.
    ///
    /// @param skipped names of files that are not taken
    record Good(Manifest manifest, List<Kept> files, List<String> skipped) implements Brought {}

    /// It is not taken.
    ///
    /// @param words the key of the sentence that says why not
    record Refused(String words, String about) implements Brought {}
  }

  /// Reads a manifest alone, or an archive with one.
  Brought read(InputStream upload) throws IOException {
    var in = new BufferedInputStream(upload);
    in.mark(4);
    var head = in.readNBytes(2);
    in.reset();
    if (head.length == 2 && head[0] == 'P' && head[1] == 'K') {
      return unpack(in);
    }
    var bytes = in.readNBytes(MANIFEST_bytes + 1);
    return bytes.length > MANIFEST_bytes
        ? new Brought.Refused("fablab.projects.okh.huge", "")
        : manifest(bytes, List.of(), List.of());
  }

  private static Brought manifest(byte[] bytes, List<Kept> kept, List<String> skipped) {
    return switch (ManifestToml.read(new String(bytes, StandardCharsets.UTF_8))) {
      case Reading.Read(var manifest) -> new Brought.Good(manifest, kept, skipped);
      case Reading.Refused(var words, var about) -> new Brought.Refused(words, about);
    };
  }

  /// What is being unpacked.
  private static final class Unpacked {
    final List<Kept> kept = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final HashSet<String> names = new HashSet<>();
    Optional<byte[]> manifest = Optional.empty();
    int entries;
  }

  private Brought unpack(InputStream in) throws IOException {
    var unpacked = new Unpacked();
    try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      var bounded = new Bounded(zip);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++unpacked.entries > MOST_ENTRIES) {
          return new Brought.Refused("fablab.projects.okh.many", "");
        }
        if (outside(entry.getName())) {
          return new Brought.Refused("fablab.projects.okh.slip", "");
        }
        take(entry, bounded, unpacked);
        if (bounded.passed()) { // before the entry is closed, which would read all of it
          return new Brought.Refused("fablab.projects.okh.bomb", "");
        }
        zip.closeEntry();
      }
    } catch (ZipException | IllegalArgumentException | java.io.EOFException damaged) {
      return new Brought.Refused("fablab.projects.okh.damaged", "");
    }
    return unpacked
        .manifest
        .map(bytes -> manifest(bytes, unpacked.kept, unpacked.skipped))
        .orElseGet(() -> new Brought.Refused("fablab.projects.okh.none", ""));
  }

  private void take(ZipEntry entry, Bounded in, Unpacked unpacked) throws IOException {
    if (entry.isDirectory()) {
      in.drain();
      return;
    }
    var path = entry.getName();
    var last = path.substring(path.lastIndexOf('/') + 1);
    if (last.equals(MANIFEST) && unpacked.manifest.isEmpty()) {
      unpacked.manifest = Optional.of(in.readNBytes(MANIFEST_bytes));
      in.drain();
      return;
    }
    var received = files.take(last, in);
    in.drain();
    switch (received) {
      case Received.Good(var file) when unpacked.names.add(file.name()) -> unpacked.kept.add(file);
      case Received.Good(var twice) -> unpacked.skipped.add(twice.name());
      case Received.Refused _ -> unpacked.skipped.add(last);
    }
  }

  /// A path that leaves the archive, or that some system reads as one that does.
  private static boolean outside(String path) {
    var slashed = path.replace('\\', '/');
    return slashed.startsWith("/")
        || slashed.matches("^[A-Za-z]:.*")
        || slashed.indexOf('\0') >= 0
        || List.of(slashed.split("/", -1)).contains("..");
  }

  /// What comes out of an archive, never more than it may be in all.
  private static final class Bounded extends InputStream {
    private final InputStream zip;
    private long left = MOST_UNPACKED_bytes;

    Bounded(InputStream zip) {
      this.zip = zip;
    }

    boolean passed() {
      return left <= 0;
    }

    @Override
    public int read() throws IOException {
      return left-- <= 0 ? -1 : zip.read();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = zip.read(into, from, (int) Math.min(most, left));
      left -= Math.max(0, read);
      return read;
    }

    /// Reads the rest of an entry, so far as it may be long.
    void drain() throws IOException {
      var away = new byte[8192];
      while (read(away, 0, away.length) >= 0) {
        // counted only
      }
    }
  }

  /// A project as an archive: its manifest, what is to be done, what it is made of, all files.
  static void write(Project project, Manifest manifest, Iterator<Kept> files, OutputStream out)
      throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, MANIFEST, ManifestToml.write(manifest).getBytes(StandardCharsets.UTF_8));
      put(zip, "README.md", readme(project).getBytes(StandardCharsets.UTF_8));
      put(zip, "bom.csv", bom(project).getBytes(StandardCharsets.UTF_8));
      while (files.hasNext()) {
        var file = files.next();
        put(zip, "files/" + file.name(), file.content().bytes());
      }
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(0); // the same project is the same archive
    zip.putNextEntry(entry);
    new ByteArrayInputStream(bytes).transferTo(zip);
    zip.closeEntry();
  }

  private static String readme(Project project) {
    var told = project.told();
    var text = new StringBuilder("# " + told.title() + "\n\n" + told.purpose() + "\n\n");
    for (int i = 0; i < told.steps().size(); i++) {
      text.append(i + 1).append(". ").append(told.steps().get(i)).append('\n');
    }
    return text.append("\n© ")
        .append(told.author())
        .append(", ")
        .append(told.licence().spdx())
        .append('\n')
        .toString();
  }

  private static String bom(Project project) {
    var text = new StringBuilder("item\n");
    for (var line : project.told().materials()) {
      text.append('"')
          .append(org.foyal.shell.language.Plain.cell(line).replace("\"", "\"\""))
          .append("\"\n");
    }
    return text.toString();
  }
}
