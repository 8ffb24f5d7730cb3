package org.foyal.things.alerts;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A rule that the staff keeps for a datastream.
///
/// @param addressees accounts of the staff that are told
/// @param opensCase whether an alert becomes a case
/// @param department the code of who answers the case; nothing: whoever gives cases out
/// @param version of the row, for two people who write at once
public record Rule(
    UUID id,
    long datastream,
    String name,
    Condition condition,
    Set<UUID> addressees,
    boolean opensCase,
    Optional<String> department,
    int version) {
  /// A copy of its own.
  public Rule {
    addressees = Set.copyOf(addressees);
  }
}
