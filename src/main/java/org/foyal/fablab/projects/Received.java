package org.foyal.fablab.projects;

/// What can come of a file that is sent.
public sealed interface Received {
  /// It may be kept.
  record Good(Kept file) implements Received {}

  /// It is not taken.
  ///
  /// @param words the key of the sentence that says why, and what to do
  record Refused(String words) implements Received {}
}
