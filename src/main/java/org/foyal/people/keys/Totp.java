package org.foyal.people.keys;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// A secret shared with an application that shows six digits every half minute (RFC 6238, SHA-1,
/// the only kind that every such application knows).
public final class Totp {
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long STEP_s = 30;

  private final byte[] secret;

  /// A known secret.
  ///
  /// @throws IllegalArgumentException when it is shorter than RFC 4226 allows
  public Totp(byte[] secret) {
    if (secret.length < 16) {
      throw new IllegalArgumentException("a secret of at least 128 bits");
    }
    this.secret = secret.clone();
  }

  /// A new secret of 160 bits.
  public static Totp fresh() {
    var secret = new byte[20];
    RANDOM.nextBytes(secret);
    return new Totp(secret);
  }

  /// The half minute whose code this is: now, the one before or the one after, for clocks that
  /// differ a little. None for a code that is wrong.
  public OptionalLong stepOf(String code, Instant now) {
    long current = now.getEpochSecond() / STEP_s;
    for (long step = current - 1; step <= current + 1; step++) {
      if (same(codeAt(Instant.ofEpochSecond(step * STEP_s)), code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /// The code that the application shows at an instant.
  public String codeAt(Instant at) {
    try {
      return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  /// The bytes, for whoever keeps them.
  public byte[] bytes() {
    return secret.clone();
  }

  /// The secret as people type it, in Base32.
  public String typed() {
    return Base32.encode(secret);
  }

  /// The address that the application reads from a picture.
  public String address(String issuer, String account) {
    return "otpauth://totp/"
        + escaped(issuer)
        + ":"
        + escaped(account)
        + "?secret="
        + typed()
        + "&issuer="
        + escaped(issuer);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Totp totp && MessageDigest.isEqual(secret, totp.secret);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  /// Never the secret: it would end in a log.
  @Override
  public String toString() {
    return "Totp[…]";
  }
}
