package org.foyal.things.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A moment, or a time from one to another (18-088, TM_Object).
///
/// @param until none: a moment
public record Span(Instant from, @Nullable Instant until) {
  /// Never backwards.
  public Span {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException(until + " is before " + from);
    }
  }

  /// The last moment of it.
  public Instant end() {
    return until == null ? from : until;
  }
}
