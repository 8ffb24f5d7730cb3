package org.foyal.fibre;

import java.time.LocalDate;
import java.time.YearMonth;

/// A day as well as it is known: the day itself, or only its month or year.
///
/// @param first the first day that it can be
public record Dated(LocalDate first, Precision precision) {
  /// How well a day is known.
  public enum Precision {
    /// The day itself.
    DAY,
    /// Its month.
    MONTH,
    /// Its year.
    YEAR
  }

  /// Reads `2018-07-26`, `2015-01` or `2015`.
  ///
  /// @throws IllegalArgumentException for anything else
  public static Dated read(String written) {
    if (written.matches("\\d{4}")) {
      return new Dated(LocalDate.of(Integer.parseInt(written), 1, 1), Precision.YEAR);
    }
    try {
      return written.matches("\\d{4}-\\d{2}")
          ? new Dated(YearMonth.parse(written).atDay(1), Precision.MONTH)
          : new Dated(LocalDate.parse(written), Precision.DAY);
    } catch (java.time.format.DateTimeParseException noDay) {
      throw new IllegalArgumentException("no day: " + written, noDay);
    }
  }

  /// The last day that it can be.
  public LocalDate last() {
    return switch (precision) {
      case DAY -> first;
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      case YEAR -> first.plusYears(1).minusDays(1);
    };
  }

  /// As it was read.
  public String written() {
    return first
        .toString()
        .substring(
            0,
            switch (precision) {
              case DAY -> 10;
              case MONTH -> 7;
              case YEAR -> 4;
            });
  }
}
