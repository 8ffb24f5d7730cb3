package org.foyal.things.ledger;

import java.time.Instant;

/// What became of an observation in the ledger.
public sealed interface Entry {
  /// It stands, once the transaction is committed.
  ///
  /// @param feature what it is about, 0 where nobody knows
  record Entered(long id, Incoming what, long feature) implements Entry {}

  /// There is no such datastream.
  record NoDatastream(long datastream) implements Entry {}

  /// There is no such feature of interest.
  record NoFeature(long feature) implements Entry {}

  /// Whoever writes may not write there.
  record NotTheirs(long datastream) implements Entry {}

  /// The datastream takes one observation a time, and has one.
  record AlreadyThere(long datastream, Instant at) implements Entry {}
}
