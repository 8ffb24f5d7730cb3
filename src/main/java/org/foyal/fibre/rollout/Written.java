package org.foyal.fibre.rollout;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A word of the standards as different producers write it.
public final class Written {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[\\s_]+");

  private Written() {}

  /// In capitals, without accents, one blank between words.
  public static String plain(String written) {
    var marked = Normalizer.normalize(written.strip(), Normalizer.Form.NFD);
    return BETWEEN
        .matcher(MARKS.matcher(marked).replaceAll(""))
        .replaceAll(" ")
        .toUpperCase(Locale.ROOT);
  }
}
