package org.foyal.requests.moderation;

/// What can come of a decision, or of an appeal against one.
sealed interface Deciding {
  /// It stands.
  record Done() implements Deciding {}

  /// There is no such report, or the code does not open it.
  record NotThere() implements Deciding {}

  /// It can't be done.
  ///
  /// @param words the key of the words that say why
  record Refused(String words) implements Deciding {}
}
