package org.foyal.fablab.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One time that a machine ran, or was asked to.
///
/// @param member none: nobody knows the badge
/// @param until until when it may run
/// @param sequence of the last message that counted
public record Run(
    UUID id,
    UUID device,
    UUID machine,
    Optional<UUID> member,
    State state,
    Judged judged,
    Instant beganAt,
    Instant until,
    Optional<Instant> endedAt,
    int sequence) {
  /// What became of it.
  public enum State {
    /// It runs.
    RUNS,
    /// It is over.
    ENDED,
    /// It was not allowed to begin.
    REFUSED
  }

  /// What was thought of it.
  ///
  /// @param replayed told afterwards: the interlock was alone then
  /// @param entitled whether it was allowed to run
  public record Judged(boolean replayed, boolean entitled, Optional<Verdict.Why> why) {}

  /// Whether its machine may have power.
  boolean powered(Instant now) {
    return state == State.RUNS && !judged.replayed() && until.isAfter(now);
  }
}
