package org.foyal.things.ledger;

import org.foyal.things.model.Rights;

/// An observation and what its sender may touch.
///
/// @param example whether a demonstration invented it: it goes to none but its own inventions
public record Asked(Incoming what, Rights rights, boolean example) {}
