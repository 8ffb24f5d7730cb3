package org.foyal.cases.ledger;

import java.time.Instant;

/// What whoever asked says against a decision, while nobody has decided about it.
public record Appeal(long id, String words, Instant at) {
  /// How many signs an appeal may have.
  public static final int LONGEST = 2000;
}
