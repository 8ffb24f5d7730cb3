package org.foyal.fablab.ladder;

import java.util.Optional;
import java.util.UUID;

/// On what somebody is granted a level.
///
/// @param session a session of `learning` to which they came
/// @param checks how many lines of the check-list were looked at and were right: all of them, or it
///   is no evidence
/// @param words what else speaks for it
public record Evidence(Optional<UUID> session, int checks, Optional<String> words) {
  /// They were in a session.
  public static Evidence attended(UUID session) {
    return new Evidence(Optional.of(session), 0, Optional.empty());
  }

  /// They showed what they can do, line by line.
  public static Evidence shown(int checks) {
    return new Evidence(Optional.empty(), checks, Optional.empty());
  }

  /// Words alone, for example that another lab has trained them.
  public static Evidence said(String words) {
    return new Evidence(Optional.empty(), 0, Optional.of(words));
  }

  /// Whether there is none.
  boolean none() {
    return session.isEmpty() && checks == 0 && words.isEmpty();
  }
}
