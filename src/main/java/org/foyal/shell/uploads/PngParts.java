package org.foyal.shell.uploads;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Walks the chunks of a PNG file and keeps those that a decoder needs: compressed texts, profiles
/// and whatever follows the end never reach it.
final class PngParts {
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int HEADER_bytes = 13;
  private static final int FRAME_bytes = 12;

  private PngParts() {}

  static Sketch read(byte[] file) throws Unfit {
    var kept = new ByteArrayOutputStream();
    kept.write(file, 0, 8);
    var bytes = ByteBuffer.wrap(file);
    int at = 8;
    for (var name = ""; !name.equals("IEND"); ) {
      if (at > file.length - FRAME_bytes) {
        throw new Unfit(Taken.Reason.DAMAGED);
      }
      int length = bytes.getInt(at);
      name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      boolean first = at == 8;
      if (length < 0
          || length > file.length - FRAME_bytes - at
          || first != name.equals("IHDR")
          || (first && length != HEADER_bytes)) {
        throw new Unfit(Taken.Reason.DAMAGED);
      }
      if (NEEDED.contains(name)) {
        kept.write(file, at, length + FRAME_bytes);
      }
      at += length + FRAME_bytes;
    }
    return sketch(bytes, kept.toByteArray());
  }

  private static Sketch sketch(ByteBuffer file, byte[] kept) throws Unfit {
    int width_px = file.getInt(16);
    int height_px = file.getInt(20);
    int depth = file.get(24);
    if (width_px <= 0 || height_px <= 0) {
      throw new Unfit(Taken.Reason.DAMAGED);
    }
    return new Sketch(
        Kind.PNG, new Content(kept), width_px, height_px, depth == 16 ? 8 : 4, false, 1);
  }
}
