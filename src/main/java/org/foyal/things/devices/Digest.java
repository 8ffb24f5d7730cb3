package org.foyal.things.devices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.foyal.shell.secrets.Secret;

/// What is kept of a secret: its SHA-256, as hexadecimal digits.
record Digest(String hex) {
  static Digest ofSecret(String secret) {
    return of(Secret.hash(secret));
  }

  static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /// Whether both are of one secret; takes as long for every wrong one.
  boolean matches(Digest other) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
  }
}
