package org.foyal.learning.appointments;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An hour that can be taken by one person.
///
/// @param opening the range that it is cut from
/// @param endsAt not part of it
/// @param open false where it was taken out, or the place is closed then
/// @param sequence how often it was taken, left or taken out, as iCalendar counts
/// @param example whether a demonstration invented it
public record Slot(
    UUID id,
    UUID opening,
    UUID place,
    Optional<UUID> room,
    UUID trainer,
    Instant startsAt,
    Instant endsAt,
    boolean open,
    int sequence,
    Instant changedAt,
    boolean example) {}
