package org.foyal.things.intake;

import org.foyal.things.ledger.Incoming;

/// An observation that was stored.
///
/// @param feature what it is about; 0: nobody knows
public record Stored(long id, Incoming what, long feature) {}
