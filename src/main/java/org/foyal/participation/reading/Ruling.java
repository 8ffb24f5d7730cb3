package org.foyal.participation.reading;

/// What can come of a decision, or of an appeal against one.
public sealed interface Ruling {
  /// It stands.
  record Done() implements Ruling {}

  /// There is no such question, or the code does not open it.
  record NotThere() implements Ruling {}

  /// It can't be done.
  ///
  /// @param words the key of the words that say why
  record Refused(String words) implements Ruling {}
}
