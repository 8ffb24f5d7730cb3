package org.foyal.fablab.ladder;

import java.util.UUID;

/// Told once it is committed that somebody may do less at a kind of machine than before: it was
/// taken away, suspended, lowered, has run out, or something that it asks for has. Whoever holds
/// bookings looks at them again.
public record StandingLapsed(UUID member, String type) {}
