package org.foyal.things.keeping;

import java.util.List;

/// What can come of asking for the points of a chart.
public sealed interface Charted {
  /// They are these, in the order of time.
  record Points(Step step, List<Point> points) implements Charted {}

  /// There is no such datastream.
  record Unknown(long datastream) implements Charted {}

  /// They are more than one answer holds: ask for a shorter period or a longer step.
  record TooMany(int most) implements Charted {}

  /// What a point stands for.
  enum Step {
    /// A single reading.
    READING,
    /// An hour (UTC).
    HOUR,
    /// A day in the city's zone.
    DAY
  }
}
