package org.foyal.shell.uploads;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Files as nobody should send them, made here byte by byte, and some as everybody sends them.
final class Planted {
  static final String SECRET = "14.6042N 61.0667W";

  private Planted() {}

  /// Red at the left, blue at the right, so that turning it can be seen.
  static BufferedImage photo(int width_px, int height_px) {
    var image = new BufferedImage(width_px, height_px, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width_px / 2, height_px);
    pen.setColor(Color.BLUE);
    pen.fillRect(width_px / 2, 0, width_px - width_px / 2, height_px);
    pen.dispose();
    return image;
  }

  static BufferedImage noise(int width_px, int height_px, int type) {
    var image = new BufferedImage(width_px, height_px, type);
    var random = new Random(7);
    for (int y = 0; y < height_px; y++) {
      for (int x = 0; x < width_px; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  static byte[] file(String format, BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new AssertionError("nobody writes " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] jpeg() {
    return file("jpeg", photo(400, 200));
  }

  /// A JPEG held a quarter turn to the left, with a place and a camera in its Exif.
  static byte[] jpegWithPlace(int orientation) {
    var tiff = ByteBuffer.allocate(100);
    tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    tiff.putShort((short) 0);
    tiff.putShort((short) 0x010F).putShort((short) 2).putInt(SECRET.length()).putInt(50);
    tiff.putInt(0);
    tiff.position(50);
    tiff.put(SECRET.getBytes(StandardCharsets.ISO_8859_1));
    var segment = new ByteArrayOutputStream();
    segment.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    segment.writeBytes(tiff.array());
    return afterStart(jpeg(), 0xE1, segment.toByteArray());
  }

  /// Puts a segment right behind the start of a JPEG.
  static byte[] afterStart(byte[] jpeg, int marker, byte[] segment) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xFF);
    out.write(marker);
    out.write((segment.length + 2) >> 8);
    out.write(segment.length + 2);
    out.writeBytes(segment);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  static byte[] joined(byte[] first, byte[] second) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(text("<x/>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A PNG that claims its size and depth and packs so many zero bytes.
  static byte[] png(int width_px, int height_px, int depth, int zeros, byte[]... chunks) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    var header = ByteBuffer.allocate(13).putInt(width_px).putInt(height_px);
    header.put((byte) depth).put((byte) 2);
    out.writeBytes(chunk("IHDR", header.array()));
    for (var chunk : chunks) {
      out.writeBytes(chunk);
    }
    out.writeBytes(chunk("IDAT", zlib(zeros)));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  static byte[] chunk(String name, byte[] data) {
    var frame = ByteBuffer.allocate(data.length + 12).putInt(data.length);
    frame.put(name.getBytes(StandardCharsets.ISO_8859_1)).put(data);
    var crc = new CRC32();
    crc.update(frame.array(), 4, data.length + 4);
    return frame.putInt((int) crc.getValue()).array();
  }

  static byte[] zlib(int zeros) {
    var out = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(out)) {
      for (int left = zeros; left > 0; left -= 8192) {
        packed.write(new byte[Math.min(left, 8192)]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// Two frames, the first red and blue, the second green.
  static byte[] movingGif() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (var to = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(to);
      writer.prepareWriteSequence(null);
      var green = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
      var pen = green.createGraphics();
      pen.setColor(Color.GREEN);
      pen.fillRect(0, 0, 400, 200);
      pen.dispose();
      for (var frame : new BufferedImage[] {photo(400, 200), green}) {
        var note =
            writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        var root = (IIOMetadataNode) note.getAsTree(note.getNativeMetadataFormatName());
        note.setFromTree(note.getNativeMetadataFormatName(), root);
        writer.writeToSequence(new IIOImage(frame, null, note), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// Four inks, all without any: white paper.
  static byte[] jpegForPrint() throws IOException {
    var raster =
        java.awt.image.Raster.createInterleavedRaster(
            java.awt.image.DataBuffer.TYPE_BYTE, 64, 32, 4, null);
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var to = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(to);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
