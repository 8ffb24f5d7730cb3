package org.foyal.things.ledger;

import org.foyal.things.model.Rights;

/// An observation and what its sender may touch.
public record Asked(Incoming what, Rights rights) {}
