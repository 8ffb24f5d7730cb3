package org.foyal.things.ledger;

import org.springframework.stereotype.Component;

/// Numbers of observations, by blocks of a thousand of the sequence: a row needs no round trip.
@Component
class Numbers {
  private static final int BLOCK = 1000;

  private final LedgerStore store;
  private long next;
  private long end;

  Numbers(LedgerStore store) {
    this.store = store;
  }

  synchronized long next() {
    if (next == end) {
      next = store.nextBlock();
      end = next + BLOCK;
    }
    return next++;
  }
}
