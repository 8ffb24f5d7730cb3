package org.foyal.fibre.files.reading;

import java.time.LocalDate;

/// Which days a file can speak of: networks and buildings of two centuries. A year with a slip is
/// refused where somebody can still mend it.
public final class Days {
  private static final int FIRST = 1900;
  private static final int LAST = 2100;

  private Days() {}

  /// Whether a file can speak of a day.
  public static boolean canBe(LocalDate day) {
    return day.getYear() >= FIRST && day.getYear() <= LAST;
  }
}
