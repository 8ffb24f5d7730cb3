package org.foyal.agreement;

import java.util.Map;

/// What can come of writing to the register.
public sealed interface Saving {
  /// It is written and in the history.
  ///
  /// @param code the part of the address of what was written
  record Saved(String code) implements Saving {}

  /// Somebody else wrote first; nothing was changed.
  ///
  /// @param theirs what stands now
  record Overtaken(Commitment theirs) implements Saving {}

  /// Something typed can't stand; nothing was changed.
  ///
  /// @param problems the key of the words that say why, by field
  record Refused(Map<String, String> problems) implements Saving {
    /// One field.
    public static Refused of(String field, String problem) {
      return new Refused(Map.of(field, problem));
    }
  }

  /// There is no such thing, or this person may not write it.
  record NotThere() implements Saving {}
}
