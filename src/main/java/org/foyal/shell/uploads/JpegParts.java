package org.foyal.shell.uploads;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks the segments of a JPEG file: keeps those that a decoder needs, and what stands after the
/// end of the picture is left behind with the profiles, comments and previews.
final class JpegParts {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int EXIF = 0xE1;
  private static final int ADOBE = 0xEE;
  private static final int MOST_SCANS = 64;
  private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private final byte[] file;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int orientation = 1;
  private int width_px;
  private int height_px;
  private int components;
  private boolean progressive;
  private int scans;
  private int adobe = -1;

  private JpegParts(byte[] file) {
    this.file = file;
  }

  /// A sketch of the file, and how its colours are to be read.
  ///
  /// @param adobe the transform that Adobe's programs note, -1 where they don't
  record Read(Sketch sketch, int components, int adobe) {}

  static Read read(byte[] file) throws Unfit {
    var parts = new JpegParts(file);
    parts.walk();
    if (parts.width_px <= 0 || parts.height_px <= 0 || parts.scans == 0) {
      throw new Unfit(Taken.Reason.DAMAGED);
    }
    return new Read(
        new Sketch(
            Kind.JPEG,
            new Content(parts.kept.toByteArray()),
            parts.width_px,
            parts.height_px,
            Math.max(3, parts.components),
            parts.progressive,
            parts.orientation),
        parts.components,
        parts.adobe);
  }

  private void walk() throws Unfit {
    kept.write(file, 0, 2);
    int at = 2;
    while (true) {
      at = marker(at);
      int marker = file[at] & 0xFF;
      if (marker == END) {
        kept.write(0xFF);
        kept.write(END);
        return;
      }
      int length = at + 2 < file.length ? (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) : 0;
      if (length < 2 || at + 1 + length > file.length) {
        throw new Unfit(Taken.Reason.DAMAGED);
      }
      int end = at + 1 + length;
      look(marker, at + 3, length - 2);
      if (marker == START_OF_SCAN) {
        end = endOfScan(end);
      }
      if (isNeeded(marker)) {
        kept.write(0xFF);
        kept.write(file, at, end - at);
      }
      at = end;
    }
  }

  /// Where the next marker's second byte stands.
  private int marker(int from) throws Unfit {
    int at = from;
    if (at >= file.length || (file[at] & 0xFF) != 0xFF) {
      throw new Unfit(Taken.Reason.DAMAGED);
    }
    while (at < file.length && (file[at] & 0xFF) == 0xFF) {
      at++;
    }
    if (at >= file.length || file[at] == 0) {
      throw new Unfit(Taken.Reason.DAMAGED);
    }
    return at;
  }

  private void look(int marker, int at, int length) throws Unfit {
    if (marker == EXIF && begins(at, length, EXIF_NAME)) {
      orientation = Tiff.orientation(file, at + EXIF_NAME.length, length - EXIF_NAME.length);
    } else if (marker == ADOBE
        && begins(at, length, "Adobe".getBytes(StandardCharsets.ISO_8859_1))) {
      adobe = length >= 12 ? file[at + 11] & 0xFF : -1;
    } else if (isFrame(marker)) {
      if (components != 0 || length < 6) {
        throw new Unfit(Taken.Reason.DAMAGED);
      }
      height_px = (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF);
      width_px = (file[at + 3] & 0xFF) << 8 | (file[at + 4] & 0xFF);
      components = file[at + 5] & 0xFF;
      progressive = marker == 0xC2;
    } else if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
      throw new Unfit(Taken.Reason.DAMAGED);
    }
  }

  private boolean begins(int at, int length, byte[] name) {
    return length >= name.length && Arrays.equals(file, at, at + name.length, name, 0, name.length);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /// Tables, frames, scans, and the two notes that say how colours are written (JFIF, Adobe).
  private static boolean isNeeded(int marker) {
    return marker < 0xE0 || marker == 0xE0 || marker == ADOBE;
  }

  /// The scan's data end at the first marker that is neither a stuffed byte nor a restart.
  private int endOfScan(int from) throws Unfit {
    for (int at = from; at < file.length - 1; at++) {
      int next = file[at + 1] & 0xFF;
      boolean inside = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
      if ((file[at] & 0xFF) == 0xFF && !inside) {
        return at;
      }
    }
    throw new Unfit(Taken.Reason.DAMAGED);
  }
}
