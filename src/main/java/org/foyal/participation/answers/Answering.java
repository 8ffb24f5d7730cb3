package org.foyal.participation.answers;

/// What can come of answering, of saying where a commitment stands, or of a verdict.
public sealed interface Answering {
  /// It is public.
  record Done() implements Answering {}

  /// Somebody else answered first; it was not published.
  record Overtaken() implements Answering {}

  /// It can't stand.
  ///
  /// @param field what can't
  /// @param problem the key of the words that say why
  record Refused(String field, String problem) implements Answering {}

  /// There is no such question, or the code does not open it.
  record NotThere() implements Answering {}
}
