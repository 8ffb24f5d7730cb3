package org.foyal.learning.activity;

import java.util.Map;

/// What can come of recording or correcting an activity.
public sealed interface Recording {
  /// It stands in the record.
  record Recorded(Activity activity) implements Recording {}

  /// The same form was sent before; nothing changed.
  record Known(Activity activity) implements Recording {}

  /// Something can't stand: the keys of the words that say why, by field.
  record Refused(Map<String, String> problems) implements Recording {}

  /// Somebody corrected it in the meantime.
  record Overtaken(Activity now) implements Recording {}

  /// There is no such record of this person's.
  record NotThere() implements Recording {}
}
