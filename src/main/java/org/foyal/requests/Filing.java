package org.foyal.requests;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foyal.cases.Case;
import org.foyal.kernel.Position;

/// What can come of reporting.
public sealed interface Filing {
  /// It is filed.
  ///
  /// @param code the secret that goes with the reference
  /// @param receipt whether a receipt leaves by letter
  record Filed(Case opened, String code, boolean receipt) implements Filing {}

  /// The same form has filed it before; nothing is new.
  record FiledBefore(Case opened, String code) implements Filing {}

  /// It lies outside the city.
  record Outside(Position where) implements Filing {}

  /// Something in it can't stand.
  ///
  /// @param problems the keys of the words that say what, by field
  record Refused(Map<String, String> problems) implements Filing {
    /// Keeps the problems in their order.
    public Refused {
      problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }
  }

  /// There is no such category, or it takes nothing now.
  record NoCategory() implements Filing {}
}
