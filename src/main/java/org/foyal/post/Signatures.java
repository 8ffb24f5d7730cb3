package org.foyal.post;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Knows people without their addresses: keyed hashes (HMAC-SHA-256), and links that prove that
/// they come from one of our letters.
@Component
class Signatures {
  private static final int HASH_bytes = 32;
  private static final int SEAL_bytes = 16;

  private final SecretKeySpec key;

  Signatures(SecretStore store) {
    key = new SecretKeySpec(store.secret(), "HmacSHA256");
  }

  /// The hash by which an address is known in STOP and in the budget.
  Addressee addressee(String address) {
    return new Addressee(
        HexFormat.of().formatHex(hash("addressee", Addresses.samePerson(address))));
  }

  /// What a link to STOP carries; it never expires, so that an old letter can still be stopped.
  String token(Addressee addressee) {
    var token = Arrays.copyOf(HexFormat.of().parseHex(addressee.hash()), HASH_bytes + SEAL_bytes);
    System.arraycopy(hash("stop", addressee.hash()), 0, token, HASH_bytes, SEAL_bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /// The person of a token, if we sealed it.
  Optional<Addressee> addresseeOf(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != HASH_bytes + SEAL_bytes) {
      return Optional.empty();
    }
    var addressee = new Addressee(HexFormat.of().formatHex(bytes, 0, HASH_bytes));
    var seal = Arrays.copyOfRange(bytes, HASH_bytes, bytes.length);
    var expected = Arrays.copyOf(hash("stop", addressee.hash()), SEAL_bytes);
    return MessageDigest.isEqual(seal, expected) ? Optional.of(addressee) : Optional.empty();
  }

  private byte[] hash(String purpose, String what) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((purpose + "\0" + what).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
