package org.foyal.people.mandates;

import java.util.Map;

/// What can come of making a mandate.
public sealed interface Making {
  /// It holds from now on.
  ///
  /// @param code what the person opens it with, shown once
  /// @param letter whether a letter with both is on its way
  record Made(Mandate mandate, String code, boolean letter) implements Making {}

  /// The same form was sent before; its code, if it was for a card, was shown then.
  record Known(Mandate mandate) implements Making {}

  /// Something can't stand: the keys of the words that say why, by field.
  record Refused(Map<String, String> problems) implements Making {}

  /// The helper has used no mandate for so long that an administrator must say yes again.
  record Disabled() implements Making {}
}
