package org.foyal.fablab.ladder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to somebody’s level at a kind of machine. Nobody takes one back: what was wrong is
/// answered by another.
///
/// @param level what is held from then on
/// @param validUntil of a suspension: until it ends by itself
/// @param reason why, in words, where there are some
/// @param by who did it
public record LadderEvent(
    long id,
    UUID member,
    String type,
    What what,
    Level level,
    Instant validFrom,
    Optional<Instant> validUntil,
    Evidence evidence,
    Optional<String> reason,
    By by,
    Instant at) {
  /// What it was.
  public enum What {
    /// A level was granted.
    GRANTED,
    /// It holds for longer.
    RENEWED,
    /// It was lowered, since they did not work there for long.
    DEMOTED,
    /// It was taken away.
    REVOKED,
    /// It was taken away for a while.
    SUSPENDED,
    /// That while has ended.
    RESUMED;

    /// The key of its name for readers.
    public String words() {
      return "fablab.ladder.event." + name();
    }

    /// Whether it says which level is held.
    boolean sets() {
      return this != SUSPENDED && this != RESUMED;
    }
  }

  /// Who did it: somebody of the staff, a member, or else the program by its rule.
  public record By(@Nullable UUID account, @Nullable UUID referent) {}
}
