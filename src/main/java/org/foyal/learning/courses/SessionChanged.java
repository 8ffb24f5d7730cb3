package org.foyal.learning.courses;

import java.util.UUID;

/// Told once the time, the place or the state of a session has changed, for those who come to it.
public record SessionChanged(UUID session, What what) {
  /// What has changed.
  public enum What {
    /// It takes place at another time or elsewhere, or is another one: course, language, for whom.
    MOVED,
    /// It does not take place.
    CANCELLED,
    /// It has more seats than before.
    WIDENED
  }
}
