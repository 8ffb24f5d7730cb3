package org.foyal.equality.measure;

/// Where the scale of an indicator begins and what it aims at, fixed for a version of the method.
///
/// @param floor the value that counts as 0
/// @param objective the value that counts as 100; below the floor where less is better
public record Goalposts(double floor, double objective) {
  /// Refuses a scale without length.
  ///
  /// @throws IllegalArgumentException when both are the same, or one is no number
  public Goalposts {
    if (!Double.isFinite(floor) || !Double.isFinite(objective) || floor == objective) {
      throw new IllegalArgumentException("no goalposts: " + floor + " to " + objective);
    }
  }

  /// The value on the scale, 0 to 100; beyond the posts it stays at them.
  public double scale(double value) {
    return 100 * Math.clamp((value - floor) / (objective - floor), 0, 1);
  }
}
