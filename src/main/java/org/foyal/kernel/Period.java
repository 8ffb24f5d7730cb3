package org.foyal.kernel;

import java.time.LocalDate;

/// Some days in a row, the first and the last included.
///
/// @param from the first day
/// @param to the last day, not before the first
public record Period(LocalDate from, LocalDate to) {
  /// Refuses a period that ends before it begins.
  ///
  /// @throws IllegalArgumentException when it does
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("it ends on " + to + ", before it begins on " + from);
    }
  }

  /// Whether a day is one of these.
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
