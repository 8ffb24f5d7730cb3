package org.foyal.agreement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A day, or the month or the year that is all we know of it.
///
/// For something due it is the last day of that month or year: who promises « June » is on time on
/// the 30th. For something signed it is the first.
///
/// @param on the day that comparing goes by
/// @param unit how exactly it is known
public record Day(LocalDate on, Unit unit) {
  /// How exactly a day is known.
  public enum Unit {
    /// To the day.
    DAY,
    /// The month of it.
    MONTH,
    /// The year of it.
    YEAR
  }

  /// A day known to the day.
  public static Day exactly(LocalDate on) {
    return new Day(on, Unit.DAY);
  }

  /// Reads `2018-07-02`, `2018-07` or `2018`; the last day of the month or the year.
  public static Optional<Day> lastOf(String typed) {
    return read(typed, true);
  }

  /// Reads `2018-07-02`, `2018-07` or `2018`; the first day of the month or the year.
  public static Optional<Day> firstOf(String typed) {
    return read(typed, false);
  }

  private static Optional<Day> read(String typed, boolean last) {
    var text = typed.strip();
    try {
      if (text.matches("\\d{4}")) {
        var year = java.time.Year.parse(text);
        return Optional.of(
            new Day(last ? year.atMonth(12).atEndOfMonth() : year.atDay(1), Unit.YEAR));
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        var month = java.time.YearMonth.parse(text);
        return Optional.of(new Day(last ? month.atEndOfMonth() : month.atDay(1), Unit.MONTH));
      }
      return text.matches("\\d{4}-\\d{2}-\\d{2}")
          ? Optional.of(exactly(LocalDate.parse(text)))
          : Optional.empty();
    } catch (DateTimeParseException noSuchDay) {
      return Optional.empty();
    }
  }

  /// The last day that it may be.
  public LocalDate last() {
    return switch (unit) {
      case DAY -> on;
      case MONTH -> on.withDayOfMonth(on.lengthOfMonth());
      case YEAR -> on.withDayOfYear(on.lengthOfYear());
    };
  }

  /// As [#lastOf] and [#firstOf] read it.
  public String typed() {
    return switch (unit) {
      case DAY -> on.toString();
      case MONTH -> on.toString().substring(0, 7);
      case YEAR -> on.toString().substring(0, 4);
    };
  }
}
