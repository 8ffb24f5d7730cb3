package org.foyal.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address that a letter can be sent to, in small letters: one line of visible ASCII
/// signs, so that no header can be smuggled in and no two addresses look the same.
record EmailAddress(String value) {
  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,8}"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]([a-z0-9-]{0,61}[a-z0-9])");

  /// The address that somebody typed, if it is one.
  static Optional<EmailAddress> read(String typed) {
    if (typed.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    var tidy = typed.strip().toLowerCase(Locale.ROOT);
    return tidy.length() <= LONGEST && FORM.matcher(tidy).matches()
        ? Optional.of(new EmailAddress(tidy))
        : Optional.empty();
  }
}
