package org.foyal.cases;

/// What can come of an act on a case.
public sealed interface Moving {
  /// It is done; the case as it stands now.
  record Moved(Case now) implements Moving {}

  /// Somebody else wrote first; the case as it stands now.
  record Overtaken(Case now) implements Moving {}

  /// It may not be.
  ///
  /// @param field what can't stand
  /// @param problem the key of the words that say why
  record Refused(String field, String problem) implements Moving {}

  /// There is no such case, or not for this person.
  record NotThere() implements Moving {}
}
