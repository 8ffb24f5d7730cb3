package org.foyal.things.editing;

import org.foyal.things.ledger.NotTaken;
import org.foyal.things.model.Written;

/// Something in the middle of a transaction that keeps all of it from being written.
final class Stopped extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Written outcome;

  Stopped(Written outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  static Stopped malformed(String where, String reason) {
    return new Stopped(new Written.Malformed(where, reason));
  }

  static Stopped of(NotTaken no) {
    return malformed(no.where(), no.reason());
  }

  Written outcome() {
    return outcome;
  }
}
