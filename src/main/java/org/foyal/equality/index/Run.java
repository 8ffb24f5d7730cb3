package org.foyal.equality.index;

import java.time.Instant;
import java.time.LocalDate;

/// The index of a night.
///
/// @param form how both are written: 1 without places, 2 with them
/// @param inputs what it was made of, as JSON to the letter
/// @param outputs what was made of it, as JSON to the letter
/// @param digest of both
record Run(
    LocalDate day,
    String method,
    int form,
    String inputs,
    String outputs,
    String digest,
    Instant madeAt) {
  /// How a night is written now. Whatever changes places that are drawn from the same values, be it
  /// the order of the draws or a newer library of random numbers, is a new form: nights that are
  /// kept must come out as they were.
  static final int WITH_PLACES = 2;
}
