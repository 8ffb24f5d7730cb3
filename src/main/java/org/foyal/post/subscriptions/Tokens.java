package org.foyal.post.subscriptions;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.foyal.shell.secrets.Secret;

/// What the links in letters carry: 192 bits that nobody guesses.
final class Tokens {
  private static final int LENGTH_bytes = 24;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

  private Tokens() {}

  static String next() {
    return Secret.next(LENGTH_bytes);
  }

  static boolean isToken(String token) {
    return TOKEN.matcher(token).matches();
  }

  static String hash(String token) {
    return HexFormat.of().formatHex(Secret.hash(token));
  }
}
