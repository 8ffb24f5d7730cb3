package org.foyal.things.devices;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.things.model.Rights;

/// Whoever writes into the connected city by itself, as the staff sees it.
///
/// @param username by which it is known at the doors
/// @param name what the staff calls it
/// @param rights on which things it may write
/// @param waits whether its claim code was not exchanged yet
/// @param heardAt when it last showed its credentials, to the minute
public record Device(
    UUID id,
    String username,
    String name,
    Rights rights,
    Quota quota,
    boolean example,
    boolean waits,
    Life life,
    Optional<Instant> heardAt) {

  /// How many observations a device may write.
  ///
  /// @param burst how many at once; a minute later as many again
  public record Quota(int a_day, int burst) {
    /// Checks that it may write at all.
    public Quota {
      if (a_day < 1 || burst < 1) {
        throw new IllegalArgumentException("a device may write at least one observation");
      }
    }
  }

  /// What became of its credentials.
  ///
  /// @param earlierUntil until when the secret before the last one still opens
  public record Life(
      Instant madeAt,
      Optional<Instant> rotatedAt,
      Optional<Instant> earlierUntil,
      Optional<Instant> revokedAt) {}
}
