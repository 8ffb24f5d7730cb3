package org.foyal.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// Three months of a year.
///
/// @param number 1 to 4
public record Quarter(int year, int number) implements Comparable<Quarter> {
  /// So long after its end a quarter is published: late records come in until then.
  public static final int LATE_RECORDS_days = 14;

  private static final Pattern CODE = Pattern.compile("((?:19|20)\\d\\d)-T?([1-4])");
  private static final Comparator<Quarter> IN_TIME = Comparator.comparing(Quarter::first);

  /// The quarter that holds a day.
  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /// The last one that is over for so long that it is published.
  public static Quarter due(LocalDate today) {
    return of(today.minusDays(LATE_RECORDS_days)).before();
  }

  /// The quarter of a code, for example `2026-T3` or `2026-3`.
  public static Optional<Quarter> find(String code) {
    var found = CODE.matcher(code);
    return found.matches()
        ? Optional.of(
            new Quarter(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  /// Its code, for example `2026-T3`.
  public String code() {
    return year + "-T" + number;
  }

  /// Its first day.
  public LocalDate first() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  /// Its last day.
  public LocalDate last() {
    return first().plusMonths(3).minusDays(1);
  }

  /// When it begins by a city’s clock.
  public Instant from(ZoneId zone) {
    return first().atStartOfDay(zone).toInstant();
  }

  /// When the next one begins by a city’s clock.
  public Instant until(ZoneId zone) {
    return after().from(zone);
  }

  /// All its days.
  public Period period() {
    return new Period(first(), last());
  }

  /// The one before.
  public Quarter before() {
    return of(first().minusDays(1));
  }

  /// The one after.
  public Quarter after() {
    return of(first().plusMonths(3));
  }

  @Override
  public int compareTo(Quarter other) {
    return IN_TIME.compare(this, other);
  }
}
