package org.foyal.equality.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.foyal.equality.measure.Estimate;
import org.foyal.kernel.Interval;

/// A value of an indicator, as it was known.
///
/// @param version 1 for the first that was known of that period, later ones correct it
/// @param interval what it may be in truth; empty where it was not counted from cases
public record Value(
    String indicator,
    String area,
    When when,
    int version,
    Amount amount,
    Optional<Interval> interval,
    String source) {

  /// The time and the outlines that it speaks of.
  ///
  /// @param period a year, or a quarter as in `2026-T4`
  /// @param geography since when the outlines of its area stand
  /// @param asOf the last day that it knows of
  public record When(String period, String geography, LocalDate asOf, Instant knownAt) {}

  /// How much.
  public record Amount(double value, OptionalLong numerator, OptionalLong denominator) {}

  /// How much, as a number of its unit.
  public double value() {
    return amount.value();
  }

  /// It, with the chance that is in it: a share of some is drawn as such, the rest stands as it is.
  public Estimate estimate() {
    boolean sample =
        amount.denominator().isPresent()
            && Indicators.find(indicator).filter(Indicators::isSample).isPresent();
    return sample
        ? new Estimate.Counted(amount.numerator().orElseThrow(), amount.denominator().getAsLong())
        : new Estimate.Known(amount.value());
  }
}
