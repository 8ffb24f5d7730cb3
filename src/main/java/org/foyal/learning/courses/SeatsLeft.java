package org.foyal.learning.courses;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What enrolment knows of the seats of sessions. As long as nobody offers this, no page says how
/// many are left.
public interface SeatsLeft {
  /// How many seats can still be had, by session; one of which nothing is known is left out.
  Map<UUID, Integer> left(Collection<UUID> sessions);

  /// How many seats are given away or held; the seats of a session never fall below. Asked while
  /// the session is locked.
  int taken(UUID session);
}
