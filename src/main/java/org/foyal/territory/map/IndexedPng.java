package org.foyal.territory.map;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a picture of few colours as a small PNG (ISO/IEC 15948): only the colours it uses, as few
/// bits a pixel as they need. The same pixels are always the same bytes.
final class IndexedPng {
  private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};

  private IndexedPng() {}

  /// @param pixels indices into the colours, row by row
  /// @param colours red, green, blue as 0xRRGGBB, at most 256
  static byte[] of(int width, int height, byte[] pixels, int[] colours) {
    var used = new boolean[256];
    for (byte pixel : pixels) {
      used[pixel & 0xff] = true;
    }
    var renumbered = new byte[256];
    var palette = new ByteArrayOutputStream();
    int count = 0;
    for (int i = 0; i < colours.length; i++) {
      if (used[i]) {
        renumbered[i] = (byte) count++;
        palette.write(colours[i] >> 16);
        palette.write(colours[i] >> 8);
        palette.write(colours[i]);
      }
    }
    int bits = count <= 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
    var out = new ByteArrayOutputStream(16_384);
    try (var png = new DataOutputStream(out)) {
      png.write(SIGNATURE);
      chunk(png, "IHDR", header(width, height, bits));
      chunk(png, "PLTE", palette.toByteArray());
      chunk(png, "IDAT", deflated(packed(width, height, bits, pixels, renumbered)));
      chunk(png, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] header(int width, int height, int bits) throws IOException {
    var header = new ByteArrayOutputStream(13);
    try (var data = new DataOutputStream(header)) {
      data.writeInt(width);
      data.writeInt(height);
      data.writeByte(bits);
      data.writeByte(3); // indexed colour
      data.writeByte(0);
      data.writeByte(0);
      data.writeByte(0);
    }
    return header.toByteArray();
  }

  /// Rows of packed pixels, each after a zero: no filter, which suits flat colours best.
  private static byte[] packed(int width, int height, int bits, byte[] pixels, byte[] renumbered) {
    int row = 1 + (width * bits + 7) / 8;
    var packed = new byte[row * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int value = renumbered[pixels[y * width + x] & 0xff] & 0xff;
        int bit = x * bits;
        packed[y * row + 1 + bit / 8] |= (byte) (value << (8 - bits - bit % 8));
      }
    }
    return packed;
  }

  private static byte[] deflated(byte[] raw) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(raw);
      deflater.finish();
      var out = new ByteArrayOutputStream(raw.length / 4 + 64);
      var buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeInt(data.length);
    png.write(name);
    png.write(data);
    png.writeInt((int) crc.getValue());
  }
}
