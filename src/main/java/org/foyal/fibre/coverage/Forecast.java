package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.util.List;

/// A forecast as it was made, for good: what is known since does not change it.
///
/// @param series what was counted: `operators` for the files of operators, else what was published
///   of which whole
/// @param made the day on which it was made
/// @param points on how many points it stands
/// @param first the day of the first of them
/// @param last the day of the last of them
/// @param of of how many homes the last one was
/// @param steps in order of day
public record Forecast(
    String series,
    LocalDate made,
    int points,
    LocalDate first,
    LocalDate last,
    long of,
    List<Step> steps) {
  /// What is expected of a day, as shares from 0 to 1.
  ///
  /// @param low with what is seen so far, one of forty is lower
  /// @param high and one of forty is higher
  public record Step(LocalDate day, double low, double middle, double high) {}
}
