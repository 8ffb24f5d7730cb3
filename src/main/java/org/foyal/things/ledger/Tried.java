package org.foyal.things.ledger;

/// What came of writing an observation without waiting for anybody.
public sealed interface Tried {
  /// It is judged, and written where it can be.
  record Judged(Entry entry) implements Tried {}

  /// Somebody else holds what it hangs on for now: nothing of it was written, try it again.
  record Held() implements Tried {}
}
