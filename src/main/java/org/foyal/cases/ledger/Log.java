package org.foyal.cases.ledger;

import java.util.List;
import org.foyal.kernel.Reference;

/// A page of the public log: what was kept back and what was decided about appeals, the newest
/// first.
///
/// @param more whether older ones follow
/// @param first whether it is the first page
public record Log(List<Decision> decisions, boolean more, boolean first, Tally tally) {
  /// Keeps the decisions as they are.
  public Log {
    decisions = List.copyOf(decisions);
  }

  /// How often something was kept back, appealed against, and shown after all.
  public record Tally(int kept, int appealed, int shown) {}

  /// The number below which a page begins, from an address; the first page where that says none.
  public static long below(String typed) {
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
  }

  /// The references of the cases that it is about, each once.
  public List<Reference> references() {
    return decisions.stream().map(Decision::reference).distinct().toList();
  }

  /// The number below which the next page begins.
  public long next() {
    return decisions.getLast().id();
  }
}
