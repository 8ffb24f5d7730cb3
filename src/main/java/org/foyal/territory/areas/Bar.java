package org.foyal.territory.areas;

import org.foyal.territory.areas.Fragility.Scale;

/// A bar from the average to a score, drawn by the server on a scale of 200 units.
///
/// @param name what the score is of, for whoever listens to the page
record Bar(String name, int value, int from, int to, int average) {
  static final int WIDTH = 200;

  static Bar of(String name, int value, Scale scale) {
    int average = x(Fragility.AVERAGE, scale);
    int end = x(value, scale);
    return new Bar(name, value, Math.min(average, end), Math.max(average, end), average);
  }

  private static int x(int score, Scale scale) {
    double part = (double) (score - scale.lowest()) / (scale.highest() - scale.lowest());
    return 4 + (int) Math.round(part * (WIDTH - 8));
  }

  boolean above() {
    return value > Fragility.AVERAGE;
  }
}
