package org.foyal.equality.measure;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.foyal.kernel.Interval;

/// What a share, and the difference of two shares, may be in truth, with 95 % confidence. The
/// interval of a single share that pages show is [Interval#wilson].
public final class Shares {
  private static final double TAIL = 0.025;

  private Shares() {}

  /// The exact interval of a share (Clopper and Pearson 1934): wider than it would have to be, for
  /// whoever wants no less than 95 %.
  ///
  /// @param of more than 0, and no less than `count`
  public static Interval exact(long count, long of) {
    if (count < 0 || of <= 0 || count > of) {
      throw new IllegalArgumentException("no share: " + count + " of " + of);
    }
    double from =
        count == 0
            ? 0
            : BetaDistribution.of((double) count, of - count + 1.0)
                .inverseCumulativeProbability(TAIL);
    double to =
        count == of
            ? 1
            : BetaDistribution.of(count + 1.0, (double) (of - count))
                .inverseSurvivalProbability(TAIL);
    return new Interval(from, to);
  }

  /// The interval of the difference of two independent shares, the first less the second (Newcombe
  /// 1998, Statistics in Medicine 17:873–890, method 10, without correction).
  public static Interval difference(long first, long ofFirst, long second, long ofSecond) {
    var one = Interval.wilson(first, ofFirst);
    var two = Interval.wilson(second, ofSecond);
    double p1 = (double) first / ofFirst;
    double p2 = (double) second / ofSecond;
    double gap = p1 - p2;
    return new Interval(
        gap - Math.hypot(p1 - one.from(), two.to() - p2),
        gap + Math.hypot(one.to() - p1, p2 - two.from()));
  }
}
