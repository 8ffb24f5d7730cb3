package org.foyal.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ChoiceFormat;
import java.text.DateFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file of words, read as the program reads it.
final class Messages {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  private Messages() {}

  static Map<String, String> read(String text) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var words = new TreeMap<String, String>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return words;
  }

  /// What is wrong with a file by itself: a key twice, an empty text, a typewriter's apostrophe
  /// (which a pattern would swallow), a pattern that can't be read.
  static List<String> faults(String text) {
    var seen = new HashSet<String>();
    var twice =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(" "))
            .map(line -> line.replaceFirst("\\s*[=:].*", ""))
            .filter(key -> !seen.add(key))
            .map(key -> "twice " + key);
    var bad =
        read(text).entrySet().stream()
            .filter(word ->
                word.getValue().isBlank()
                    || word.getValue().contains("'")
                    || unreadable(word.getValue()))
            .map(word -> "empty, with a straight apostrophe, or unreadable: " + word.getKey());
    return Stream.concat(twice, bad).toList();
  }

  private static boolean unreadable(String pattern) {
    try {
      return pattern.contains("{") && new MessageFormat(pattern, Locale.ROOT).toPattern().isEmpty();
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /// Whether two texts take the same arguments; a bare `{0}` agrees with any kind.
  static boolean agree(String one, String other) {
    if (unreadable(one) || unreadable(other)) {
      return true;
    }
    var here = kinds(one);
    var there = kinds(other);
    return here.keySet().equals(there.keySet())
        && here.entrySet().stream()
            .allMatch(kind -> {
              var second = there.getOrDefault(kind.getKey(), "");
              return kind.getValue().isEmpty()
                  || second.isEmpty()
                  || kind.getValue().equals(second);
            });
  }

  private static Map<Integer, String> kinds(String pattern) {
    if (!pattern.contains("{")) {
      return Map.of();
    }
    var formats = new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex();
    var kinds = new TreeMap<Integer, String>();
    ARGUMENT
        .matcher(pattern)
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .forEach(index -> kinds.put(index, index < formats.length ? kind(formats[index]) : ""));
    return kinds;
  }

  private static String kind(@Nullable Format format) {
    return switch (format) {
      case null -> "";
      case ChoiceFormat _ -> "number";
      case NumberFormat _ -> "number";
      case DateFormat _ -> "date";
      default -> "other";
    };
  }
}
