package org.foyal.post;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which addresses a letter can go to: those that every mail server accepts, without quotes or
/// comments, so that nothing typed in a form can become a second header or a second addressee.
final class Addresses {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private Addresses() {}

  /// The address as it goes on the line: trimmed, an international domain in its ASCII form.
  static Optional<String> read(String typed) {
    var address = typed.strip();
    int at = address.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL || address.length() > LONGEST) {
      return Optional.empty();
    }
    var local = address.substring(0, at);
    var domain = ascii(address.substring(at + 1));
    if (!LOCAL.matcher(local).matches()
        || !DOMAIN.matcher(domain).matches()
        || local.length() + 1 + domain.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(local + "@" + domain);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noDomain) {
      return "";
    }
  }

  /// What makes two addresses the same person: STOP said as `Ana@Example.org` holds for
  /// `ana@example.org`.
  static String samePerson(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
