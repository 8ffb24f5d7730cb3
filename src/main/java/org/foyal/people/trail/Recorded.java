package org.foyal.people.trail;

import java.time.Instant;
import org.foyal.shell.guard.Act;

/// An act as the trail has it.
///
/// @param number grows with time
record Recorded(long number, Instant at, Act act) {}
