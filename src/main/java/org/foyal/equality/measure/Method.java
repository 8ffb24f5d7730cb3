package org.foyal.equality.measure;

import java.util.List;

/// A version of the method of an index: what it is made of, on which scales, with which weights.
///
/// @param subs the sub-indices, whose weights sum to 1
public record Method(String version, List<Sub> subs) {
  private static final double ROUNDING = 1e-9;

  /// Refuses weights that do not sum to 1.
  ///
  /// @throws IllegalArgumentException when they do not
  public Method {
    subs = List.copyOf(subs);
    whole(version, subs.stream().mapToDouble(Sub::weight).sum());
  }

  /// A part of the index with indicators of its own.
  ///
  /// @param weight in the index, more than 0
  /// @param indicators whose weights sum to 1
  public record Sub(String key, double weight, List<Indicator> indicators) {
    /// Refuses weights that do not sum to 1.
    ///
    /// @throws IllegalArgumentException when they do not
    public Sub {
      indicators = List.copyOf(indicators);
      whole(key, indicators.stream().mapToDouble(Indicator::weight).sum());
    }
  }

  /// An indicator in a sub-index.
  ///
  /// @param weight in it, more than 0
  public record Indicator(String key, double weight, Goalposts posts) {}

  /// All indicators in their order.
  public List<Indicator> indicators() {
    return subs.stream().flatMap(sub -> sub.indicators().stream()).toList();
  }

  private static void whole(String what, double weights) {
    if (!(Math.abs(weights - 1) < ROUNDING)) {
      throw new IllegalArgumentException("the weights of " + what + " sum to " + weights);
    }
  }
}
