package org.foyal.learning.enrolment;

/// What became of something that somebody does with their place.
public sealed interface Acting {
  /// It is done, or was done before.
  record Done(Participation place) implements Acting {}

  /// It can't be done.
  ///
  /// @param problem the key of the words that say why
  record Not(Participation place, String problem) implements Acting {}

  /// Reference and code open nothing.
  record NotThere() implements Acting {}
}
