package org.foyal.shell.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What somebody typed into a form, read field by field; what can't stand is gathered as the key of
/// the words that say why.
public final class Fields {
  private static final Told NOTHING = Told.inFrench("-");

  private final Map<String, String> problems = new LinkedHashMap<>();

  /// The keys of the words that say what is wrong, by field.
  public Map<String, String> problems() {
    return problems;
  }

  /// Whether nothing is wrong so far.
  public boolean good() {
    return problems.isEmpty();
  }

  /// Says that a field can't stand; of several reasons the first one counts.
  public void refuse(String field, String words) {
    problems.putIfAbsent(field, words);
  }

  /// How a form is answered: 409 where somebody else wrote first, which is noted as `version`, 422
  /// where something else is wrong.
  public static HttpStatus status(Map<String, String> problems) {
    return problems.containsKey("version")
        ? HttpStatus.CONFLICT
        : problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  /// A name in addresses: small letters and digits, hyphens between.
  public String code(@Nullable String typed, int longest) {
    var code = Plain.line(typed);
    if (!Plain.isCode(code) || code.length() > longest) {
      refuse("code", "shell.problem.code");
    }
    return code;
  }

  /// One line of at most so many signs.
  public String line(String field, @Nullable String typed, int longest) {
    return fitting(field, Plain.line(typed), longest);
  }

  /// A text of at most so many signs.
  public String text(String field, @Nullable String typed, int longest) {
    return fitting(field, Plain.text(typed), longest);
  }

  private String fitting(String field, String text, int longest) {
    if (text.length() > longest) {
      refuse(field, "shell.problem.long");
    }
    return text;
  }

  /// A text in French, English and Creole; the French is needed.
  public Told told(String field, int longest, @Nullable String... texts) {
    var typed = Stream.of(texts).map(text -> line(field, text, longest)).toList();
    return Told.of(typed.get(0), typed.get(1), typed.get(2))
        .orElseGet(() -> {
          refuse(field, "shell.problem.french");
          return NOTHING;
        });
  }

  /// A whole number.
  ///
  /// @param words the key of those that say which numbers are meant
  public int number(String field, @Nullable String typed, int least, int most, String words) {
    var text = Plain.line(typed);
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      refuse(field, words);
      return least;
    }
    return number;
  }
}
