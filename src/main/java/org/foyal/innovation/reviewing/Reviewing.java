package org.foyal.innovation.reviewing;

import java.util.Map;

/// What can come of what a reviewer does.
public sealed interface Reviewing {
  /// It is noted.
  record Noted() implements Reviewing {}

  /// It can't stand: the keys of the words that say why, by field.
  record Refused(Map<String, String> problems) implements Reviewing {}

  /// They declared a stake in it, and take no part.
  record InConflict() implements Reviewing {}

  /// First they say whether they have a stake.
  record NotDeclared() implements Reviewing {}

  /// It is handed in, and stands.
  record HandedIn() implements Reviewing {}

  /// They review no such application.
  record NotThere() implements Reviewing {}
}
