package org.foyal.things.alerts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Maintenance: nothing opens, and nobody is told, of a rule or of all rules of a thing.
///
/// @param name of the rule or of the thing
record Pause(
    UUID id,
    Optional<UUID> rule,
    Optional<Long> thing,
    String name,
    Instant since,
    Instant until) {}
