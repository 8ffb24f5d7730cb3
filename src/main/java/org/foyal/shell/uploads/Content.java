package org.foyal.shell.uploads;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The bytes of a file that is kept; two of the same bytes are equal.
public final class Content {
  private final byte[] bytes;

  /// What is kept; a room makes one of what its store gives back.
  public Content(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The bytes, to be read once.
  public InputStream open() {
    return new java.io.ByteArrayInputStream(bytes);
  }

  /// How many there are.
  public int size_bytes() {
    return bytes.length;
  }

  /// The SHA-256 in hexadecimal digits: the same file has the same, whoever sent it.
  public String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Content content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// Its size and the start of its hash, never the bytes.
  @Override
  public String toString() {
    return "Content[" + bytes.length + " bytes, " + hash().substring(0, 12) + "]";
  }
}
