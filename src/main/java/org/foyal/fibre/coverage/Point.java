package org.foyal.fibre.coverage;

import java.time.LocalDate;

/// So many of so many on a day.
///
/// @param connectable how many are connectable
/// @param onDemand how many more are on demand, as far as the source tells
/// @param of of how many
public record Point(LocalDate day, long connectable, long onDemand, long of) {
  /// The connectable share, 0 to 1.
  public double share() {
    return of == 0 ? 0 : (double) connectable / of;
  }
}
