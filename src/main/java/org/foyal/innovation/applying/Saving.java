package org.foyal.innovation.applying;

import java.time.Instant;
import java.util.Map;

/// What can come of writing a part of a draft.
public sealed interface Saving {
  /// It is kept.
  record Saved() implements Saving {}

  /// It can't stand: the keys of the words that say why, by field. Nothing of it is kept.
  record Refused(Map<String, String> problems) implements Saving {}

  /// The deadline has passed.
  record TooLate(Instant closedAt) implements Saving {}

  /// It was sent, and stands as it was sent.
  record SentAlready() implements Saving {}

  /// No such reference and code.
  record NotThere() implements Saving {}
}
