package org.foyal.people.entry;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Roughly which browser a session is on, so that people know their own; nothing of what the
/// browser says is kept but these words.
final class Browser {
  private static final List<String> NAMES =
      List.of("Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari");
  private static final List<String> MACHINES =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

  private Browser() {}

  /// For example `Firefox · Android`; empty when nothing is known.
  static String of(@Nullable String userAgent) {
    var said = userAgent == null ? "" : userAgent;
    return Stream.of(first(NAMES, said), first(MACHINES, said))
        .filter(word -> !word.isEmpty())
        .reduce((a, b) -> a + " · " + b)
        .orElse("");
  }

  private static String first(List<String> words, String said) {
    return words.stream().filter(said::contains).findFirst().map(Browser::readable).orElse("");
  }

  private static String readable(String word) {
    return switch (word) {
      case "Edg" -> "Edge";
      case "OPR" -> "Opera";
      case "SamsungBrowser" -> "Samsung Internet";
      default -> word;
    };
  }
}
