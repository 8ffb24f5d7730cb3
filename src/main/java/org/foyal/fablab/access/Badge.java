package org.foyal.fablab.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A card that says who stands at a machine, without a name on it.
public record Badge(UUID id, UUID member, Instant givenAt, Optional<Instant> endedAt) {}
