package org.foyal.things.alerts;

import java.time.Instant;

/// A number that a datastream reported.
///
/// @param at what time it is of
record Reading(Instant at, double value) {}
