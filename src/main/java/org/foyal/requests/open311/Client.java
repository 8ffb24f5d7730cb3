package org.foyal.requests.open311;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A program that may file reports, as an administrator entered it.
///
/// @param contact the e-mail address of whoever looks after it
/// @param revokedAt since when its key opens nothing
/// @param usedOn the last day on which its key was shown
/// @param example whether it belongs to a demonstration: what it files is invented
record Client(
    UUID id,
    String name,
    String contact,
    Instant madeAt,
    Optional<Instant> revokedAt,
    Optional<LocalDate> usedOn,
    boolean example) {}
