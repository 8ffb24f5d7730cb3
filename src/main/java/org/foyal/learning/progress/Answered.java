package org.foyal.learning.progress;

/// What became of answers that somebody gives of themselves.
sealed interface Answered {
  /// They are kept; those that stood so already are no change.
  record Kept(int changed) implements Answered {}

  /// They can't be given now.
  ///
  /// @param problem the key of the words that say why
  record Closed(String problem) implements Answered {}
}
