package org.foyal.innovation.deciding;

import java.util.Map;

/// What can come of deciding, or of following what was decided.
public sealed interface Deciding {
  /// It is written.
  ///
  /// @param letter whether whoever applied is told by letter
  record Decided(boolean letter) implements Deciding {}

  /// It can't stand: the keys of the words that say why, by field.
  record Refused(Map<String, String> problems) implements Deciding {}

  /// It was decided before, and stands.
  record DecidedBefore() implements Deciding {}

  /// There is no such application.
  record NotThere() implements Deciding {}
}
