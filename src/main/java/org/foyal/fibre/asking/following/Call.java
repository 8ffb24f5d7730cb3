package org.foyal.fibre.asking.following;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Somebody without e-mail who wants to be called when their home can order.
///
/// @param label how people call the address
/// @param notedBy the account that wrote it down
record Call(
    UUID id,
    String topic,
    String label,
    String name,
    String phone,
    Instant notedAt,
    Optional<UUID> notedBy,
    boolean example) {}
