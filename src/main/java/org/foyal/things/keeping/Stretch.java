package org.foyal.things.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// A day of a datastream in the city's zone, and the whole hours (UTC) within it: where the zone is
/// off by half an hour, a day begins and ends within one.
record Stretch(long datastream, LocalDate day, Instant since, Instant until) {
  static Stretch of(long datastream, LocalDate day, ZoneId zone) {
    return new Stretch(
        datastream,
        day,
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /// The days that hold a part of an hour.
  static List<LocalDate> daysOf(Instant hour, ZoneId zone) {
    return Stream.of(hour, hour.plus(1, ChronoUnit.HOURS).minusNanos(1))
        .map(at -> LocalDate.ofInstant(at, zone))
        .distinct()
        .toList();
  }

  Instant wholeSince() {
    var hour = since.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(since) ? since : hour.plus(1, ChronoUnit.HOURS);
  }

  Instant wholeUntil() {
    return until.truncatedTo(ChronoUnit.HOURS);
  }
}
