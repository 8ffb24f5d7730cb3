package org.foyal.fibre.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.foyal.fibre.AsOf;

/// What somebody wants to know of the coverage.
///
/// @param day the day that is asked about
/// @param knownBy by the end of which day it was known; empty: what is known now
/// @param examples whether of what a demonstration invented, or of all the rest: never of both
public record Question(LocalDate day, Optional<LocalDate> knownBy, boolean examples) {
  /// What is known now of a day, of what is real.
  public static Question of(LocalDate day) {
    return new Question(day, Optional.empty(), false);
  }

  /// Its two times.
  AsOf at(Instant now, ZoneId zone) {
    return knownBy.map(by -> AsOf.of(day, by, zone)).orElseGet(() -> AsOf.known(now, day));
  }
}
