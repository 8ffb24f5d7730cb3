package org.foyal.cases.codes;

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
public class Codes {
  /// How many signs a code has.
  public static final int LENGTH = 8;

  private final SecretKeySpec key;

  Codes(CodeStore store) {
    key = new SecretKeySpec(store.key(), "HmacSHA256");
  }

  /// The code of a reference, `7HKM-R3TP`.
  ///
  /// @param version counts the codes that the case has had
  public String of(Reference reference, int version) {
    return Reference.spaced(word(reference.signs() + "\0" + version));
  }

  /// The code of a reference of another kind, for which the same signs may stand too.
  ///
  /// @param kind what the reference names, for example `learning`
  public String of(String kind, Reference reference) {
    return Reference.spaced(word(kind + "\0" + reference.signs()));
  }

  /// Whether a code as typed is the one; takes the same time for all wrong ones.
  public boolean opens(Reference reference, int version, String typed) {
    return opens(word(reference.signs() + "\0" + version), typed);
  }

  /// Whether a code as typed is the one of a reference of another kind.
  public boolean opens(String kind, Reference reference, String typed) {
    return opens(word(kind + "\0" + reference.signs()), typed);
  }

  private static boolean opens(String word, String typed) {
    var expected = word.getBytes(StandardCharsets.US_ASCII);
    return Reference.readWord(typed, LENGTH)
        .filter(read -> MessageDigest.isEqual(expected, read.getBytes(StandardCharsets.US_ASCII)))
        .isPresent();
  }

  private String word(String named) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var hash = mac.doFinal(named.getBytes(StandardCharsets.US_ASCII));
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
