package org.foyal.cases.calendar;

import java.time.LocalDate;
import java.util.Set;

/// When the city is closed by its settings.
///
/// @param holidays the calendar of public holidays, as Jollyday names it
/// @param goodFriday whether the city is closed on Good Friday
/// @param days further days
public record Closing(String holidays, boolean goodFriday, Set<LocalDate> days) {
  /// Keeps the days as they are.
  public Closing {
    days = Set.copyOf(days);
  }
}
