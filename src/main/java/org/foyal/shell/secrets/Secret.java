package org.foyal.shell.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret that nobody guesses, and what is kept of it. One of 16 bytes of chance or more needs no
/// slow hash: whoever reads the database can open nothing with what is there.
public final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /// A new one, in signs that an address carries.
  ///
  /// @param length_bytes how much of it is chance
  public static String next(int length_bytes) {
    var bytes = new byte[length_bytes];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// What is kept of one: its SHA-256.
  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
