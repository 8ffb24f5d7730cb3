package org.foyal.cases.ledger;

import java.time.Instant;
import java.util.Optional;

/// What can come of writing a decision.
public sealed interface Writing {
  /// It stands.
  ///
  /// @param appeal the appeal that it decides
  record Written(Instant at, Optional<Appeal> appeal) implements Writing {}

  /// An appeal waits against what the same person kept back: somebody else decides about it.
  record OwnAppeal() implements Writing {}
}
