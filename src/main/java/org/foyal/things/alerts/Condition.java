package org.foyal.things.alerts;

import java.time.Duration;

/// When something is wrong.
public sealed interface Condition {
  /// A number reached a bound, and stayed there for so many readings and so long.
  ///
  /// @param above whether what is higher is wrong; else what is lower is
  /// @param bound from which on it is wrong, itself included
  /// @param hysteresis how far back a number must be before it is right again
  /// @param readings so many one after another, at least
  /// @param lasting so long, from the first of them to the last, at least
  record Threshold(boolean above, double bound, double hysteresis, int readings, Duration lasting)
      implements Condition {
    public Threshold {
      if (!Double.isFinite(bound) || !(hysteresis >= 0) || readings < 1 || lasting.isNegative()) {
        throw new IllegalArgumentException("no threshold");
      }
    }

    boolean isReached(double value) {
      return above ? value >= bound : value <= bound;
    }

    boolean isLeft(double value) {
      return above ? value < bound - hysteresis : value > bound + hysteresis;
    }
  }

  /// Nothing was heard for so long, by our clock.
  record Absence(Duration lasting) implements Condition {
    public Absence {
      if (!lasting.isPositive()) {
        throw new IllegalArgumentException("no absence");
      }
    }
  }

  /// The same number so many times and so long, as a broken sensor reports.
  record Constant(int readings, Duration lasting) implements Condition {
    public Constant {
      if (readings < 2 || lasting.isNegative()) {
        throw new IllegalArgumentException("no constant");
      }
    }
  }
}
