package org.foyal.people.keys;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// Bytes in 32 signs that people can type (RFC 4648, without padding).
public final class Base32 {
  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /// The bytes in signs.
  public static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = (held << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(SIGNS.charAt((held >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(SIGNS.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /// The bytes of signs.
  ///
  /// @throws IllegalArgumentException when there is another sign among them
  public static byte[] decode(String text) {
    var bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      int value = SIGNS.indexOf(c);
      if (value < 0) {
        throw new IllegalArgumentException("not Base32");
      }
      held = (held << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
