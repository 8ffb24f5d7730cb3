package org.foyal.innovation;

import org.foyal.innovation.voice.Said;

/// By what a call's projects are judged, in plain words.
///
/// @param number its place in the call, from 1
/// @param about what is looked at
/// @param weight how much it counts beside the others
public record Criterion(int number, Said title, Said about, int weight) {
  /// The most that a reviewer can give.
  public static final int MOST_points = 5;

  /// Refuses what weighs nothing.
  ///
  /// @throws IllegalArgumentException for a place or a weight that is none
  public Criterion {
    if (number < 1 || weight < 1 || weight > 100) {
      throw new IllegalArgumentException("no criterion: " + number + ", " + weight);
    }
  }
}
