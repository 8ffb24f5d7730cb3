package org.foyal.fablab.machines;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A single machine.
///
/// @param type the code of its kind
/// @param space where it stands
/// @param version of the row, for two people who write at once
public record Machine(
    UUID id,
    String type,
    UUID space,
    String name,
    Condition condition,
    Wear wear,
    boolean example,
    int version) {
  private static final int MINUTES_AN_HOUR = 60;

  /// How a machine stands; whether it is booked or in use is known elsewhere.
  public enum State {
    /// It can be used.
    AVAILABLE,
    /// It is being cleaned.
    CLEANING,
    /// It is broken.
    BROKEN,
    /// It is being serviced.
    MAINTENANCE,
    /// It is no longer there.
    RETIRED
  }

  /// How it stands, since when, and why in words.
  public record Condition(State state, Optional<String> words, Instant since) {}

  /// How much it was used.
  ///
  /// @param used_minutes in all its life here
  /// @param serviceEvery_hours of use; nothing: without a rule
  /// @param servicedAt_minutes how much it was used when it was last serviced
  public record Wear(
      long used_minutes, Optional<Integer> serviceEvery_hours, long servicedAt_minutes) {
    /// How many minutes of use are left until it is to be serviced; below nought it is late.
    public Optional<Long> left_minutes() {
      return serviceEvery_hours.map(
          hours -> (long) hours * MINUTES_AN_HOUR - (used_minutes - servicedAt_minutes));
    }

    /// Whether it is to be serviced.
    public boolean serviceDue() {
      return left_minutes().filter(left -> left <= 0).isPresent();
    }
  }

  /// Whether it can be used now.
  public boolean available() {
    return condition.state() == State.AVAILABLE;
  }
}
