package org.foyal.learning.figures;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.kernel.Period;

/// Three months of a year.
///
/// @param number 1 to 4
record Quarter(int year, int number) implements Comparable<Quarter> {
  private static final Pattern CODE = Pattern.compile("((?:19|20)\\d\\d)-T([1-4])");
  private static final Comparator<Quarter> IN_TIME = Comparator.comparing(Quarter::first);

  static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /// The quarter of a code, for example `2026-T3`.
  static Optional<Quarter> find(String code) {
    var found = CODE.matcher(code);
    return found.matches()
        ? Optional.of(
            new Quarter(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  String code() {
    return year + "-T" + number;
  }

  LocalDate first() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  LocalDate last() {
    return first().plusMonths(3).minusDays(1);
  }

  Period period() {
    return new Period(first(), last());
  }

  Quarter before() {
    return of(first().minusDays(1));
  }

  Quarter after() {
    return of(first().plusMonths(3));
  }

  @Override
  public int compareTo(Quarter other) {
    return IN_TIME.compare(this, other);
  }
}
