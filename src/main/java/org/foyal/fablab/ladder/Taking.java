package org.foyal.fablab.ladder;

/// What can come of taking a level away, for a while or for good, or of giving it back.
public enum Taking {
  /// It stands.
  DONE,
  /// They have none, or it is suspended already, or it is not.
  NOTHING_TO_DO,
  /// It needs a reason.
  NO_REASON,
  /// There is no such member, or no such kind of machine.
  UNKNOWN
}
