package org.foyal.shell.uploads;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held, from the TIFF structure in which Exif writes it (tag 0x0112 of its first
/// directory). Anything that can't be read means upright.
final class Tiff {
  private static final int UPRIGHT = 1;
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_bytes = 12;

  private Tiff() {}

  static int orientation(byte[] file, int at, int length) {
    if (length < 8) {
      return UPRIGHT;
    }
    var tiff = ByteBuffer.wrap(file, at, length).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (tiff.getShort(2) != 42 || directory < 8 || directory > length - 2) {
      return UPRIGHT;
    }
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_bytes;
      if (entry > length - ENTRY_bytes) {
        return UPRIGHT;
      }
      if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION
          && tiff.getShort(entry + 2) == SHORT) {
        int held = tiff.getShort(entry + 8);
        return held >= 1 && held <= 8 ? held : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
