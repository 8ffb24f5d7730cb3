package org.foyal.innovation.directory;

import java.util.Map;

/// What can come of asking to be in the directory, and of what is done with the link.
public sealed interface Asking {
  /// A letter with a link leaves.
  record Asked() implements Asking {}

  /// It can't stand: the keys of the words that say why, by field.
  record Refused(Map<String, String> problems) implements Asking {}

  /// It is confirmed, or gone as they wished.
  record Done() implements Asking {}

  /// The same company or association is there already.
  record ListedAlready() implements Asking {}

  /// The link opens nothing, or nothing any more.
  record NotThere() implements Asking {}
}
