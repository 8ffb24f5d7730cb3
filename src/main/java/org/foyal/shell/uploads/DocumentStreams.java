package org.foyal.shell.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Looks through a PDF before it is parsed for streams that swell: the parser unpacks some of them
/// whole in memory. Works on the bytes, since nothing of the file can be believed yet.
final class DocumentStreams {
  private static final long MOST_OF_ONE_bytes = 128_000_000;
  private static final long MOST_OF_ALL_bytes = 600_000_000;
  private static final int MOST_LAYERS = 3;
  private static final byte[] WORD = "stream".getBytes(StandardCharsets.ISO_8859_1);

  private DocumentStreams() {}

  static void refuseWhatSwells(byte[] file) throws Unfit {
    long all = 0;
    for (int at = next(file, 0); at >= 0; at = next(file, at)) {
      long one = unpacked(file, at);
      all += one;
      if (one >= MOST_OF_ONE_bytes || all >= MOST_OF_ALL_bytes) {
        throw new Unfit(Taken.Reason.ODD_DOCUMENT);
      }
    }
  }

  /// Where the data of the next stream start, or -1.
  private static int next(byte[] file, int from) {
    for (int at = from; at <= file.length - WORD.length; at++) {
      if (java.util.Arrays.equals(file, at, at + WORD.length, WORD, 0, WORD.length)) {
        int data = at + WORD.length;
        while (data < file.length && Character.isWhitespace(file[data])) {
          data++;
        }
        return data;
      }
    }
    return -1;
  }

  /// How much the data give when unpacked, layer below layer; stops counting at the limit.
  private static long unpacked(byte[] file, int at) {
    long size = 0;
    try {
      InputStream in = new ByteArrayInputStream(file, at, file.length - at);
      for (int layer = 0; layer < MOST_LAYERS; layer++) {
        var peek = new PushbackInputStream(in, 2);
        var head = peek.readNBytes(2);
        peek.unread(head);
        in = peek;
        if (!isPacked(head)) {
          break;
        }
        in = new InflaterInputStream(in);
        size = Math.max(size, 1);
      }
      return size == 0 ? 0 : count(in);
    } catch (IOException notPacked) {
      return 0;
    }
  }

  private static long count(InputStream in) throws IOException {
    var some = new byte[65_536];
    long size = 0;
    try {
      for (int n = in.read(some); n >= 0 && size < MOST_OF_ONE_bytes; n = in.read(some)) {
        size += n;
      }
    } catch (ZipException end) {
      return size;
    } catch (java.io.EOFException end) {
      return size;
    }
    return size;
  }

  /// The two bytes that start what zlib packed (RFC 1950).
  private static boolean isPacked(byte[] head) {
    return head.length == 2
        && (head[0] & 0x0F) == 8
        && ((head[0] & 0xFF) * 256 + (head[1] & 0xFF)) % 31 == 0;
  }
}
