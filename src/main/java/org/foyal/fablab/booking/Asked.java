package org.foyal.fablab.booking;

import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.booking.Booking.Span;

/// What somebody wants to book.
///
/// @param form the same one is booked once
/// @param orWait whether they wait where it is taken
/// @param by who of the staff puts them down; nobody: they do so themselves
public record Asked(
    UUID form,
    UUID member,
    UUID machine,
    Span span,
    boolean orWait,
    Optional<UUID> by,
    boolean example) {}
