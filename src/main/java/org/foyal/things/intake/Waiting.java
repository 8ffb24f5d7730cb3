package org.foyal.things.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.foyal.things.ledger.Asked;

/// Observations of one sender that wait for their commit, and what became of each so far. Only the
/// thread that writes tells it anything.
final class Waiting {
  private final List<Asked> asked;
  private final CompletableFuture<List<Taken>> answer = new CompletableFuture<>();
  private final List<Taken> told;
  private int open;

  Waiting(List<Asked> asked) {
    this.asked = asked;
    this.told = new ArrayList<>(all(asked.size(), new Taken.Unavailable()));
    this.open = asked.size();
  }

  /// The same answer for each.
  static List<Taken> all(int count, Taken answer) {
    return Collections.nCopies(count, answer);
  }

  List<Asked> asked() {
    return asked;
  }

  /// Completes once each observation has its answer.
  CompletableFuture<List<Taken>> answer() {
    return answer;
  }

  /// Says what became of one of them; once each.
  void tell(int place, Taken taken) {
    told.set(place, taken);
    open--;
    if (open == 0) {
      answer.complete(List.copyOf(told));
    }
  }
}
