package org.foyal.things.intake;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.foyal.things.ledger.Asked;

/// Observations of one sender that wait for their commit.
record Waiting(List<Asked> asked, CompletableFuture<List<Taken>> answer) {
  /// The same answer for each.
  static List<Taken> all(int count, Taken answer) {
    return Collections.nCopies(count, answer);
  }
}
