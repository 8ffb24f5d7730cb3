package org.foyal.participation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What words begin with, to find questions that say the same in other forms: « lampadaires » finds
/// « lampadaire ». Pure.
final class Stems {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{1,40}");
  private static final int SHORTEST = 4;
  private static final int ENDING = 2;
  private static final int MOST = 24;

  private Stems() {}

  /// Small letters without accents.
  static String fold(String words) {
    return Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036f]", "");
  }

  /// The beginnings of the words that are long enough to say something.
  static List<String> of(String words) {
    return WORD.matcher(fold(words))
        .results()
        .map(MatchResult::group)
        .filter(word -> word.length() >= SHORTEST)
        .map(word -> word.substring(0, Math.max(SHORTEST, word.length() - ENDING)))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /// A search for any of these.
  static String any(List<String> stems) {
    return stems.stream().map(stem -> stem + ":*").collect(Collectors.joining(" | "));
  }

  /// A search for all words as typed; empty when there is none.
  static String all(String typed) {
    return WORD.matcher(fold(typed))
        .results()
        .limit(MOST)
        .map(found -> found.group() + ":*")
        .collect(Collectors.joining(" & "));
  }

  /// How many of these stand in a text.
  static long in(String text, List<String> stems) {
    var held = " " + fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ");
    return stems.stream().filter(stem -> held.contains(" " + stem)).count();
  }
}
