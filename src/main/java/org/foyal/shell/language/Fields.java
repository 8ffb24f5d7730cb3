package org.foyal.requests.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// What an administrator typed, read field by field; what can't stand is gathered.
final class Fields {
  private static final Told NOTHING = Told.inFrench("-");

  private final Map<String, String> problems = new LinkedHashMap<>();

  /// The keys of the words that say what is wrong, by field.
  Map<String, String> problems() {
    return problems;
  }

  /// Says that a field can't stand.
  void refuse(String field, String words) {
    problems.putIfAbsent(field, words);
  }

  /// A name in addresses: small letters and digits, hyphens between.
  String code(@Nullable String typed, int longest) {
    var code = Plain.line(typed);
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > longest) {
      refuse("code", "cases.problem.department-code");
    }
    return code;
  }

  /// One line of at most so many signs.
  String line(String field, @Nullable String typed, int longest) {
    var line = Plain.line(typed);
    if (line.length() > longest) {
      refuse(field, "cases.problem.long");
    }
    return line;
  }

  /// A text in French, English and Creole; the French is needed.
  Told told(String field, int longest, @Nullable String... texts) {
    var typed = Stream.of(texts).map(Plain::line).toList();
    if (typed.stream().anyMatch(text -> text.length() > longest)) {
      refuse(field, "cases.problem.long");
      return NOTHING;
    }
    return Told.of(typed.get(0), typed.get(1), typed.get(2))
        .orElseGet(() -> {
          refuse(field, "requests.problem.french");
          return NOTHING;
        });
  }

  /// A whole number.
  int number(String field, @Nullable String typed, int least, int most) {
    var text = Plain.line(typed);
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      refuse(field, "requests.problem." + field);
      return least;
    }
    return number;
  }
}
