package org.foyal.fablab.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// How somebody stands at a kind of machine at a moment, made out of what happened.
///
/// @param level what they may do then; [Level#NONE] where it has run out or is suspended
/// @param held what they were last granted or lowered to, whether it still holds or not
/// @param since when that was
/// @param until when it ends; of a suspension, when that ends by itself
/// @param lastUsed the last day on which they worked at one
public record Standing(
    String type,
    Level level,
    Level held,
    State state,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<LocalDate> lastUsed) {
  /// What readers are told of it.
  public enum State {
    /// It holds.
    CURRENT,
    /// It holds, and ends in a month or less.
    ENDS_SOON,
    /// It has run out.
    EXPIRED,
    /// It is taken away for a while.
    SUSPENDED,
    /// It was taken away.
    REVOKED,
    /// They were never trained.
    NEVER;

    /// The key of its name for readers.
    public String words() {
      return "fablab.ladder.state." + name();
    }
  }

  /// Whether they may do then what a level may.
  public boolean reaches(Level wanted) {
    return level.reaches(wanted);
  }
}
