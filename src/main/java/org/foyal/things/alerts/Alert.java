package org.foyal.things.alerts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;

/// An alert as it stands.
///
/// @param rule the name of the rule
/// @param since when what is wrong began
/// @param value the number that opened it; nothing where none was reported
/// @param reference the case that it became
public record Alert(
    long id,
    UUID ruleId,
    String rule,
    Condition condition,
    Source source,
    Instant since,
    Optional<Double> value,
    Instant openedAt,
    Optional<Acknowledged> acknowledged,
    Optional<Instant> closedAt,
    boolean closedByHand,
    boolean opensCase,
    Optional<String> department,
    Optional<Reference> reference) {
  /// Somebody of the staff knows of it.
  ///
  /// @param note what they say; may be empty
  public record Acknowledged(Instant at, UUID by, String note) {}

  /// Whether it is open.
  public boolean open() {
    return closedAt.isEmpty();
  }
}
