package org.foyal.fablab.machines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/// Hours of a day of the week in which the lab is open.
///
/// @param since,until the first and the last day of the rule; nothing: until further notice
/// @param version of the row, for two people who write at once
public record WeeklyHours(
    UUID id,
    DayOfWeek weekday,
    LocalTime opens,
    LocalTime closes,
    Opening.Kind kind,
    LocalDate since,
    Optional<LocalDate> until,
    boolean example,
    int version) {
  /// Whether the rule is for a day.
  public boolean on(LocalDate day) {
    return day.getDayOfWeek() == weekday
        && !day.isBefore(since)
        && until.filter(day::isAfter).isEmpty();
  }
}
