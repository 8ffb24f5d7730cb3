package org.foyal.agreement.following;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;

/// Three months of a year.
///
/// @param number 1 to 4
record Quarter(int year, int number) {
  private static final Pattern WRITTEN = Pattern.compile("(20\\d\\d)-([1-4])");

  static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /// Reads `2026-4`.
  static Optional<Quarter> read(String typed) {
    var found = WRITTEN.matcher(typed);
    return found.matches()
        ? Optional.of(
            new Quarter(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  String written() {
    return year + "-" + number;
  }

  LocalDate firstDay() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  LocalDate lastDay() {
    return firstDay().plusMonths(3).minusDays(1);
  }

  Instant from(ZoneId zone) {
    return firstDay().atStartOfDay(zone).toInstant();
  }

  Instant before(ZoneId zone) {
    return firstDay().plusMonths(3).atStartOfDay(zone).toInstant();
  }

  Quarter previous() {
    return of(firstDay().minusDays(1));
  }

  Quarter next() {
    return of(firstDay().plusMonths(3));
  }
}
