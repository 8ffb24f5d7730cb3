package org.foyal.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.foyal.kernel.Reference;
import org.springframework.stereotype.Component;

/// Knows the code that goes with a reference: eight signs (34 bits) made from the reference by a
/// keyed hash (HMAC-SHA-256), so that none is kept and a counter can print one again. The throttle
/// of wrong tries is the door's.
@Component
class Codes {
  /// How many signs a code has.
  static final int LENGTH = 8;

  private final SecretKeySpec key;

  Codes(CodeStore store) {
    key = new SecretKeySpec(store.key(), "HmacSHA256");
  }

  /// The code of a reference, `7HKM-R3TP`.
  ///
  /// @param version counts the codes that the case has had
  String of(Reference reference, int version) {
    return Reference.spaced(word(reference, version));
  }

  /// Whether a code as typed is the one; takes the same time for all wrong ones.
  boolean opens(Reference reference, int version, String typed) {
    var expected = word(reference, version).getBytes(StandardCharsets.US_ASCII);
    return Reference.readWord(typed, LENGTH)
        .filter(read -> MessageDigest.isEqual(expected, read.getBytes(StandardCharsets.US_ASCII)))
        .isPresent();
  }

  private String word(Reference reference, int version) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var hash =
          mac.doFinal((reference.signs() + "\0" + version).getBytes(StandardCharsets.US_ASCII));
      var drawn = new int[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        // three bytes a sign: what is left of 2^24 by 19 favours no sign by more than one in
        // 880,000
        drawn[i] =
            ((hash[3 * i] & 0xff) << 16)
                | ((hash[3 * i + 1] & 0xff) << 8)
                | (hash[3 * i + 2] & 0xff);
      }
      return Reference.word(drawn);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
