package org.foyal.fablab.booking;

import java.util.UUID;
import org.foyal.fablab.booking.Booking.Span;

/// Somebody of the staff is in the lab to supervise.
///
/// @param account who
public record Duty(UUID id, UUID account, Span span, boolean example) {}
