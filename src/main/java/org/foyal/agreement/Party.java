package org.foyal.agreement;

import java.util.Optional;

/// Whoever signs, owes or supports: the city, a company, one of its directorates, a foundation.
///
/// @param of the house that it belongs to, by its code
/// @param example whether a demonstration invented it
public record Party(String code, String name, Optional<String> of, boolean example) {
  /// A party as it stands, to be corrected.
  ///
  /// @param version of the row, for two people who correct it at once
  public record Entered(Party party, int version) {}
}
