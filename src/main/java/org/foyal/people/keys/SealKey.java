package org.foyal.people.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One key of 32 bytes that seals by AES-256-GCM. What it seals opens under the same name only, so
/// that a row moved to another account is worth nothing.
///
/// Sealed bytes are: the form (1), the number of the key (8), a nonce (12), the text with its tag.
final class SealKey {
  static final int KEY_bytes = 32;
  static final int NUMBER_bytes = 8;

  private static final byte FORM = 1;
  private static final int NONCE_bytes = 12;
  private static final int TAG_bits = 128;
  private static final int HEAD_bytes = 1 + NUMBER_bytes;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] number;
  private final SecretKeySpec key;
  private final String written;

  private SealKey(byte[] bytes) {
    number = Arrays.copyOf(sha256(bytes), NUMBER_bytes);
    key = new SecretKeySpec(bytes, "AES");
    written = Base64.getEncoder().encodeToString(bytes);
  }

  /// A new key.
  static SealKey fresh() {
    var bytes = new byte[KEY_bytes];
    RANDOM.nextBytes(bytes);
    return new SealKey(bytes);
  }

  /// The key as a line of the file writes it, in Base64; none when that is no key.
  static Optional<SealKey> read(String line) {
    try {
      var bytes = Base64.getDecoder().decode(line.strip());
      return bytes.length == KEY_bytes ? Optional.of(new SealKey(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// The key as a line of the file.
  String written() {
    return written;
  }

  /// What tells keys apart without telling anything about them.
  byte[] number() {
    return number.clone();
  }

  byte[] seal(String name, byte[] secret) {
    var nonce = new byte[NONCE_bytes];
    RANDOM.nextBytes(nonce);
    try {
      var text = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(secret);
      var sealed = Arrays.copyOf(head(), HEAD_bytes + NONCE_bytes + text.length);
      System.arraycopy(nonce, 0, sealed, HEAD_bytes, NONCE_bytes);
      System.arraycopy(text, 0, sealed, HEAD_bytes + NONCE_bytes, text.length);
      return sealed;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// Whether this key sealed that, by the number that it bears.
  boolean sealed(byte[] sealed) {
    return sealed.length > HEAD_bytes + NONCE_bytes
        && Arrays.equals(head(), Arrays.copyOf(sealed, HEAD_bytes));
  }

  /// The secret; none when it was sealed under another name, or altered.
  Optional<byte[]> open(String name, byte[] sealed) {
    try {
      var nonce = Arrays.copyOfRange(sealed, HEAD_bytes, HEAD_bytes + NONCE_bytes);
      int from = HEAD_bytes + NONCE_bytes;
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(sealed, from, sealed.length - from));
    } catch (GeneralSecurityException altered) {
      return Optional.empty();
    }
  }

  /// What everything that this key sealed begins with.
  byte[] head() {
    var head = new byte[HEAD_bytes];
    head[0] = FORM;
    System.arraycopy(number, 0, head, 1, NUMBER_bytes);
    return head;
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_bits, nonce));
    cipher.updateAAD(head());
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("foyal seal\0".getBytes(StandardCharsets.UTF_8));
      return digest.digest(bytes);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// Never the key: it would end in a log.
  @Override
  public String toString() {
    return "SealKey[" + HexFormat.of().formatHex(number) + "]";
  }
}
