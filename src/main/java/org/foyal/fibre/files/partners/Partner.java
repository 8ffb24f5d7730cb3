package org.foyal.fibre.files.partners;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A program of an operator that may deliver files, as an administrator entered it.
///
/// @param contact the e-mail address of whoever looks after it
/// @param revokedAt since when its key opens nothing
/// @param usedOn the last day on which its key was shown
public record Partner(
    UUID id,
    String name,
    String contact,
    String operator,
    Instant madeAt,
    Optional<Instant> revokedAt,
    Optional<LocalDate> usedOn,
    boolean example) {}
