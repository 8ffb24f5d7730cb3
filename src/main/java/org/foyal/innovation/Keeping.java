package org.foyal.innovation;

import java.util.Map;

/// What can come of keeping something of this room.
public sealed interface Keeping {
  /// It is written.
  record Kept() implements Keeping {}

  /// It can't stand: the keys of the words that say why, by field.
  record Refused(Map<String, String> problems) implements Keeping {}

  /// Somebody else wrote first.
  record Overtaken() implements Keeping {}

  /// There is no such thing.
  record NotThere() implements Keeping {}
}
