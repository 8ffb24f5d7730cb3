package org.foyal.learning.courses;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What enrolment knows of the seats of sessions. As long as nobody offers this, no page says how
/// many are left.
public interface SeatsLeft {
  /// How many seats of a session can still be had.
  ///
  /// @param open by everybody
  /// @param kept by those for whom they are kept, as long as they are
  record Left(int open, int kept) {
    /// Whether somebody can have a seat at once.
    public boolean any() {
      return open + kept > 0;
    }
  }

  /// How many seats can still be had, by session; one of which nothing is known is left out.
  Map<UUID, Left> left(Collection<UUID> sessions);

  /// How many seats are given away or held; the seats of a session never fall below. Asked while
  /// the session is locked.
  int taken(UUID session);
}
