package org.foyal.people.keys;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.shell.secrets.Secret;

/// Secrets that serve once: what a link carries, the codes of a printed sheet. All are drawn by lot
/// with so many bits (256 and 59) that a plain hash keeps them.
public final class OneTime {
  /// How many codes are on a sheet.
  public static final int CODES_ON_A_SHEET = 10;

  /// No sign that is read as another: no 0 and O, no 1, I and L, no U and V.
  private static final String SIGNS = "ABCDEFGHJKMNPQRSTWXYZ23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTime() {}

  /// What a new link carries.
  public static String token() {
    return Secret.next(32);
  }

  /// What is kept of a link.
  public static byte[] hash(String token) {
    return Secret.hash("link:" + token);
  }

  /// A new sheet of codes, as `ABCD-EFGH-JKMN`.
  public static List<String> sheet() {
    return Stream.generate(OneTime::code).distinct().limit(CODES_ON_A_SHEET).toList();
  }

  private static String code() {
    var code = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      code.append(i > 0 && i % 4 == 0 ? "-" : "")
          .append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /// What is kept of a code, however it was typed: capitals, spaces and dashes do not matter.
  public static byte[] hash(UUID account, String code) {
    return Secret.hash(
        "code:" + account + ":" + code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
  }
}
