package org.foyal.fablab.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What an interlock says of one time that its machine runs.
///
/// @param run its own name for that time
/// @param sequence counts its messages of that time upwards
/// @param badge what the card holds
/// @param minutes for how long it asks
/// @param at when it happened, by the interlock's clock
/// @param extraction whether the extraction of fumes runs
public record Said(
    UUID run, int sequence, What what, String badge, int minutes, Instant at, boolean extraction) {
  /// Longest time that is asked for at once, in minutes.
  public static final int MOST_minutes = 480;

  private static final int LONGEST_BADGE = 100;

  /// Checks what can't be.
  ///
  /// @throws IllegalArgumentException where a number or the badge is out of bounds
  public Said {
    if (sequence < 0
        || minutes < 0
        || minutes > MOST_minutes
        || badge.length() > LONGEST_BADGE
        || (what != What.CANCEL && (minutes == 0 || badge.isBlank()))) {
      throw new IllegalArgumentException("nothing that an interlock says");
    }
    at = at.truncatedTo(ChronoUnit.MILLIS); // as the same message comes back from the database
  }

  /// What it wants.
  public enum What {
    /// Somebody shows a badge: may it run?
    INITIAL,
    /// It runs: may it go on?
    EXTEND,
    /// It stopped.
    CANCEL
  }
}
