package org.foyal.cases.ledger;

import java.time.Instant;
import java.util.Optional;

/// What can come of writing a decision.
public sealed interface Writing {
  /// It stands.
  ///
  /// @param appeal the appeal that it decides
  record Written(Instant at, Optional<Appeal> appeal) implements Writing {}

  /// It stood already as it was decided: nothing is written.
  record Unchanged() implements Writing {}

  /// Somebody has decided, or appealed, since the page was shown: nothing is written.
  record Overtaken() implements Writing {}

  /// An appeal waits against what the same person kept back: somebody else decides about it.
  record OwnAppeal() implements Writing {}
}
