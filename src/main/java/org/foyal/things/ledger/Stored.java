package org.foyal.things.ledger;

/// An observation that was stored.
///
/// @param feature what it is about; 0: nobody knows
public record Stored(long id, Incoming what, long feature) {}
