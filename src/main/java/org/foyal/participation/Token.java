package org.foyal.participation;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.foyal.shell.secrets.Secret;

/// What the link that confirms a question carries: 192 bits that nobody guesses; only its hash is
/// kept.
final class Token {
  private static final int LENGTH_bytes = 24;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

  private Token() {}

  static String next() {
    return Secret.next(LENGTH_bytes);
  }

  static boolean isToken(String token) {
    return FORM.matcher(token).matches();
  }

  static String hash(String token) {
    return HexFormat.of().formatHex(Secret.hash(token));
  }
}
