package org.foyal.fablab.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What lets a machine run, or not.
///
/// @param device of `things`: its credentials
/// @param seenAt when it last said something
public record Interlock(UUID device, UUID machine, Optional<Instant> seenAt, boolean example) {
  private static final Duration ONLINE = Duration.ofSeconds(90);

  /// Whether it is heard at the moment: an interlock says something every minute at least.
  public boolean online(Instant now) {
    return seenAt.filter(seen -> seen.plus(ONLINE).isAfter(now)).isPresent();
  }
}
