package org.foyal.learning.places.hours;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether a place is open at this moment, as far as that is known.
///
/// @param day the day that the minute belongs to
/// @param ahead_days how many days lie between today and that day; of one that is open, 1 where it
///   is open past midnight
/// @param minute minutes after midnight: until when, or from when; 1,440 is midnight at the end
/// @param note what is written beside it; empty: nothing
public record Now(State state, @Nullable LocalDate day, int ahead_days, int minute, String note) {
  /// What can be said.
  public enum State {
    /// It is open, until a minute of today or of the night.
    OPEN,
    /// It never closes.
    ALWAYS,
    /// It is closed, and opens later today.
    LATER_TODAY,
    /// It is closed, and opens on another day.
    ANOTHER_DAY,
    /// It is closed, for two weeks at least.
    CLOSED,
    /// It may be open: one had better call.
    MAYBE,
    /// Today is a public holiday, of which nothing is said.
    HOLIDAY,
    /// Its hours are not known.
    UNKNOWN,
    /// Its hours are written in a way that we can't read.
    UNREADABLE
  }

  /// Whether it is surely open.
  public boolean open() {
    return state == State.OPEN || state == State.ALWAYS;
  }
}
