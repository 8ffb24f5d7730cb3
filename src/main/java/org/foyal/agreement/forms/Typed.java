package org.foyal.agreement.forms;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.foyal.agreement.Day;
import org.foyal.agreement.Source;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// Reads what was typed into a form, field by field, and notes what can't be read: the key of the
/// words that say why, by field.
public final class Typed {
  private static final Told NOTHING = Told.inFrench("-");

  private final Map<String, String> problems = new LinkedHashMap<>();

  /// What could not be read, by field; empty when all could.
  public Map<String, String> problems() {
    return problems;
  }

  /// Notes a problem of a field; the first one counts.
  public void problem(String field, String key) {
    problems.putIfAbsent(field, key);
  }

  /// A text without what no reader sees: control characters and marks that turn the direction of
  /// writing; line ends stay.
  public static String clean(@Nullable String typed) {
    return typed == null
        ? ""
        : typed
            .replace("\r\n", "\n")
            .replaceAll("[\\p{Cc}&&[^\n]]|[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "")
            .strip();
  }

  /// A text that must be there, no longer than so.
  public String text(String field, @Nullable String typed, int longest) {
    var text = clean(typed);
    if (text.isEmpty()) {
      problem(field, "agreement.problem.empty");
    }
    return fitting(field, text, longest);
  }

  /// A text that may be left out.
  public Optional<String> textIfAny(String field, @Nullable String typed, int longest) {
    return Optional.of(fitting(field, clean(typed), longest)).filter(text -> !text.isEmpty());
  }

  private String fitting(String field, String text, int longest) {
    if (text.length() > longest) {
      problem(field, "agreement.problem.long");
    }
    return text;
  }

  /// A text in French, perhaps in other languages, that must be there.
  public Told told(String field, Texts typed, int longest) {
    return toldIfAny(field, typed, longest)
        .orElseGet(() -> {
          problem(field, "agreement.problem.empty");
          return NOTHING;
        });
  }

  /// A text in French, perhaps in other languages, that may be left out.
  public Optional<Told> toldIfAny(String field, Texts typed, int longest) {
    var french = fitting(field, clean(typed.fr()), longest);
    var english = fitting(field, clean(typed.en()), longest);
    var creole = fitting(field, clean(typed.gcf()), longest);
    if (french.isEmpty() && !(english + creole).isEmpty()) {
      problem(field, "agreement.problem.french");
    }
    return Told.of(french, english, creole);
  }

  /// A text as typed, by language.
  public record Texts(@Nullable String fr, @Nullable String en, @Nullable String gcf) {}

  /// A day that must be there, `2018-07-02`.
  public LocalDate date(String field, @Nullable String typed) {
    return dateIfAny(field, typed)
        .orElseGet(() -> {
          problem(field, "agreement.problem.needs-day");
          return LocalDate.EPOCH;
        });
  }

  /// A day that may be left out.
  public Optional<LocalDate> dateIfAny(String field, @Nullable String typed) {
    return dayIfAny(field, typed)
        .filter(_ -> !problems.containsKey(field))
        .map(day -> {
          if (day.unit() != Day.Unit.DAY) {
            problem(field, "agreement.problem.day");
          }
          return day.on();
        });
  }

  /// A day, month or year that may be left out; of a month and a year it is the last day.
  public Optional<Day> dayIfAny(String field, @Nullable String typed) {
    var text = clean(typed);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var day = Day.lastOf(text).filter(d -> d.on().getYear() >= 1900 && d.on().getYear() <= 2200);
    if (day.isEmpty()) {
      problem(field, "agreement.problem.day");
    }
    return day;
  }

  /// A day, month or year that must be there; of a month and a year it is the first day.
  public Day firstDay(String field, @Nullable String typed) {
    var text = clean(typed);
    return Day.firstOf(text)
        .filter(d -> d.on().getYear() >= 1900 && d.on().getYear() <= 2200)
        .orElseGet(() -> {
          problem(field, text.isEmpty() ? "agreement.problem.needs-day" : "agreement.problem.day");
          return Day.exactly(LocalDate.EPOCH);
        });
  }

  /// The address of a page, http or https, that may be left out.
  public Optional<String> addressIfAny(String field, @Nullable String typed) {
    var text = clean(typed);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!webAddress(text)) {
      problem(field, "agreement.problem.address");
    }
    return Optional.of(text);
  }

  private static boolean webAddress(String text) {
    try {
      var uri = new URI(text);
      return text.length() <= 1000
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  /// Where something was read; the title must be there.
  public Source source(@Nullable String title, @Nullable String address, @Nullable String on) {
    return new Source(
        text("sourceTitle", title, 300),
        addressIfAny("sourceAddress", address),
        dateIfAny("sourceOn", on));
  }

  /// A code as it stands in an address: small letters, digits, hyphens.
  public String code(String field, @Nullable String typed, int longest) {
    var text = clean(typed);
    if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*") || text.length() > longest) {
      problem(field, "agreement.problem.code");
    }
    return text;
  }
}
