package org.foyal.fibre.coverage;

import java.util.Optional;

/// How many homes of an area stand where, on a day.
///
/// @param area its code; empty: in none that the territory knows, or all of the city
/// @param waited_days the days after which half of them could have fibre, those that still wait
///   included; empty: not half of them can, or nobody knows since when they wait
public record AreaCoverage(
    Optional<String> area, Homes homes, Behind behind, Optional<Integer> waited_days) {
  /// Homes and businesses, or buildings where the source counts no homes.
  ///
  /// @param all those that the source tells of, but for what was given up
  /// @param connectable the last box is laid (« raccordable »)
  /// @param onDemand the last box is laid once somebody orders (« raccordable à la demande »)
  /// @param orderable connectable, and the cabinet takes residents' orders
  public record Homes(long all, long connectable, long onDemand, long orderable) {
    /// None.
    public static final Homes NONE = new Homes(0, 0, 0, 0);

    /// Both together.
    public Homes plus(Homes other) {
      return new Homes(
          all + other.all,
          connectable + other.connectable,
          onDemand + other.onDemand,
          orderable + other.orderable);
    }

    /// The share that is connectable, 0 to 1; empty where there is none at all.
    public Optional<Double> share() {
      return all == 0 ? Optional.empty() : Optional.of((double) connectable / all);
    }
  }

  /// What is not there by the day that the operator told first. A later day that is told since
  /// makes it no less late.
  ///
  /// @param late not connectable, though the day that was told first has passed
  /// @param replanned of these, the ones for which the operator tells a day that is still to come
  /// @param cameLate connectable now, later than the day that was told first
  public record Behind(long late, long replanned, long cameLate) {
    /// Nothing.
    public static final Behind NONE = new Behind(0, 0, 0);

    /// Both together.
    public Behind plus(Behind other) {
      return new Behind(late + other.late, replanned + other.replanned, cameLate + other.cameLate);
    }
  }
}
