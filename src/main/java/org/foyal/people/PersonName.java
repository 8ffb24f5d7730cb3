package org.foyal.people;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A person's name in one line: letters of any writing, no sign that turns a line round or hides.
record PersonName(String value) {
  private static final int LONGEST = 100;
  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{Nd}\\p{Pd} .,'’ʼ·()/&]*\\p{L}[\\p{L}\\p{M}\\p{Nd}\\p{Pd} .,'’ʼ·()/&]*");

  /// The name that somebody typed, if it can be one.
  static Optional<PersonName> read(String typed) {
    if (typed.length() > 4 * LONGEST) {
      return Optional.empty();
    }
    var tidy = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
    return tidy.length() <= LONGEST && FORM.matcher(tidy).matches()
        ? Optional.of(new PersonName(tidy))
        : Optional.empty();
  }
}
