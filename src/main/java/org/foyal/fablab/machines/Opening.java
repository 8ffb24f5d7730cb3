package org.foyal.fablab.machines;

import java.time.Instant;

/// A while in which the lab is open.
///
/// @param until its end, which is not part of it
public record Opening(Instant from, Instant until, Kind kind) {
  /// Refuses what ends before it begins.
  ///
  /// @throws IllegalArgumentException where the end is not after the start
  public Opening {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("no opening: " + from + " to " + until);
    }
  }

  /// For whom it is open.
  public enum Kind {
    /// Staff are there, for everybody.
    STAFFED,
    /// Nobody of the staff is there: for those who may work alone.
    SELF,
    /// Staff are there, for the audiences of the agreement first.
    SOLIDARITY;

    /// Whether somebody of the staff is there.
    public boolean staffed() {
      return this != SELF;
    }
  }

  /// Whether it holds a moment.
  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
