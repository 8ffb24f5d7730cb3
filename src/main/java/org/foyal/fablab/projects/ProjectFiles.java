package org.foyal.fablab.projects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.fablab.projects.Received.Good;
import org.foyal.fablab.projects.Received.Refused;
import org.foyal.shell.uploads.Content;
import org.foyal.shell.uploads.SafeUploads;
import org.foyal.shell.uploads.Taken;
import org.springframework.stereotype.Component;

/// Takes the files of a project: pictures and documents made anew, drawings and programs for
/// machines as they came, if they are what their name says. None is read further than it may be
/// long.
@Component
class ProjectFiles {
  /// Most bytes of a file.
  static final int MOST_bytes = SafeUploads.MOST_bytes;

  /// Written as text: nothing in them is shown by a browser, all are downloaded.
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("svg", "image/svg+xml"),
          Map.entry("gcode", "text/x.gcode"),
          Map.entry("nc", "text/x.gcode"),
          Map.entry("scad", "application/x-openscad"),
          Map.entry("dxf", "image/vnd.dxf"),
          Map.entry("step", "model/step"),
          Map.entry("stp", "model/step"),
          Map.entry("obj", "model/obj"),
          Map.entry("ino", "text/x-arduino"),
          Map.entry("py", "text/x-python"),
          Map.entry("csv", "text/csv"),
          Map.entry("md", "text/markdown"),
          Map.entry("txt", "text/plain"));

  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "webp");
  private static final int STL_HEAD = 84;
  private static final int STL_FACET = 50;

  private final SafeUploads uploads;

  ProjectFiles(SafeUploads uploads) {
    this.uploads = uploads;
  }

  /// Takes a file; reads one byte more than it may have, and no further.
  Received take(String typedName, InputStream file) throws IOException {
    var name = name(typedName);
    if (name.isEmpty()) {
      return new Refused("fablab.projects.file.name");
    }
    var bytes = file.readNBytes(MOST_bytes + 1);
    if (bytes.length > MOST_bytes) {
      return new Refused("fablab.projects.file.too-big");
    }
    if (bytes.length == 0) {
      return new Refused("fablab.projects.file.empty");
    }
    return look(name.get(), ending(name.get()), bytes);
  }

  private Received look(String name, String ending, byte[] bytes) {
    if (PICTURES.contains(ending) || ending.equals("pdf")) {
      return switch (uploads.take(new ByteArrayInputStream(bytes))) {
        case Taken.Picture(var content, var type, int _, int _) ->
            new Good(
                new Kept(stem(name) + (type.endsWith("png") ? ".png" : ".jpg"), type, content));
        case Taken.Document(var content, var type, int _) ->
            new Good(new Kept(stem(name) + ".pdf", type, content));
        case Taken.Refused(var reason) -> new Refused(reason.words());
      };
    }
    if (ending.equals("stl")) {
      return stl(bytes)
          ? new Good(new Kept(name, "model/stl", new Content(bytes)))
          : new Refused("fablab.projects.file.not-stl");
    }
    var type = TEXTS.get(ending);
    if (type == null) {
      return new Refused("fablab.projects.file.kind");
    }
    return text(bytes)
        ? new Good(new Kept(name, type, new Content(bytes)))
        : new Refused("fablab.projects.file.not-text");
  }

  /// Binary: 80 bytes, a count, 50 bytes a facet; or the text that begins with `solid`.
  private static boolean stl(byte[] bytes) {
    if (bytes.length >= STL_HEAD) {
      long facets =
          Integer.toUnsignedLong(
              ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(STL_HEAD - 4));
      if (bytes.length == STL_HEAD + facets * STL_FACET) {
        return true;
      }
    }
    return bytes.length > 5
        && new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("solid")
        && text(bytes);
  }

  private static boolean text(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException noText) {
      return false;
    }
  }

  /// A name that is safe in addresses and archives; nothing where none can be made.
  static Optional<String> name(String typed) {
    var last = typed.replace('\\', '/');
    last = last.substring(last.lastIndexOf('/') + 1);
    var safe =
        Normalizer.normalize(last, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceAll("^[^A-Za-z0-9]+", "");
    if (safe.length() > 80) {
      safe = safe.substring(safe.length() - 80).replaceAll("^[^A-Za-z0-9]+", "");
    }
    int point = safe.lastIndexOf('.');
    return Optional.of(safe).filter(_ -> point > 0);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String stem(String name) {
    var stem = name.substring(0, name.lastIndexOf('.'));
    return stem.length() > 70 ? stem.substring(0, 70) : stem;
  }
}
