package org.foyal.equality.index;

import java.time.Instant;
import java.time.LocalDate;

/// The index of a night.
///
/// @param inputs what it was made of, as JSON to the letter
/// @param outputs what was made of it, as JSON to the letter
/// @param digest of both
record Run(
    LocalDate day, String method, String inputs, String outputs, String digest, Instant madeAt) {}
