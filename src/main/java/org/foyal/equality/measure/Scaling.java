package org.foyal.equality.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/// Ways to bring values of different kinds onto one scale. What pages show uses [Goalposts] alone,
/// so that every neighbourhood may progress; the others show how much hangs on that choice.
public final class Scaling {
  /// Makes the median absolute deviation comparable with the standard deviation of a normal
  /// distribution.
  private static final double NORMAL = 1.4826;

  /// From which on a distribution is too lopsided to be scaled as it is (COINr’s defaults).
  private static final double MOST_SKEW = 2;

  private static final double MOST_KURTOSIS = 3.5;
  private static final int MOST_POINTS = 5;
  private static final NaturalRanking RANKS = new NaturalRanking(TiesStrategy.AVERAGE);

  private Scaling() {}

  /// The least to the greatest value as 0 to 100; all alike: 0.
  public static double[] minMax(double... values) {
    double least = least(values);
    double span = greatest(values) - least;
    return Arrays.stream(values).map(x -> span == 0 ? 0 : 100 * (x - least) / span).toArray();
  }

  /// Distances from the mean in standard deviations of the sample; all alike: 0.
  public static double[] z(double... values) {
    double mean = mean(values);
    double deviation = Math.sqrt(moment(values, 2) * values.length / (values.length - 1.0));
    return Arrays.stream(values).map(x -> deviation == 0 ? 0 : (x - mean) / deviation).toArray();
  }

  /// Distances from the median in median absolute deviations, times 1.4826; 0 where more than half
  /// are alike.
  public static double[] robustZ(double... values) {
    double middle = median(values);
    double spread = spread(values);
    return Arrays.stream(values).map(x -> spread == 0 ? 0 : (x - middle) / spread).toArray();
  }

  /// Whether values can be told apart by their distance from the median: no more than half of them
  /// are alike.
  static boolean isSpread(double... values) {
    return values.length > 0 && spread(values) > 0;
  }

  private static double spread(double... values) {
    double middle = median(values);
    return NORMAL * median(Arrays.stream(values).map(x -> Math.abs(x - middle)).toArray());
  }

  /// The place of each value among all, 0 for the least and 1 for the greatest; equal ones share
  /// the mean of their places. Of a single one: 0.
  public static double[] rank(double... values) {
    return values.length == 1
        ? new double[1]
        : Arrays.stream(RANKS.apply(values))
            .map(rank -> (rank - 1) / (values.length - 1))
            .toArray();
  }

  /// How lopsided values are, as for a sample (the adjusted Fisher–Pearson coefficient); 3 or more
  /// values that are not all alike.
  public static double skew(double... values) {
    double n = values.length;
    double biased = moment(values, 3) / Math.pow(moment(values, 2), 1.5);
    return biased * Math.sqrt(n * (n - 1)) / (n - 2);
  }

  /// How far the tails reach beyond those of a normal distribution, as for a sample; 4 or more
  /// values that are not all alike.
  public static double kurtosis(double... values) {
    double n = values.length;
    double biased = moment(values, 4) / Math.pow(moment(values, 2), 2) - 3;
    return ((n + 1) * biased + 6) * (n - 1) / ((n - 2) * (n - 3));
  }

  /// Draws in the points that stand far out, one by one and at most five, each to its neighbour,
  /// while skew is beyond 2 and kurtosis beyond 3.5.
  public static double[] winsorised(double... values) {
    var drawn = values.clone();
    for (int i = 0; i < MOST_POINTS && lopsided(drawn); i++) {
      double far = skew(drawn) > 0 ? greatest(drawn) : least(drawn);
      var rest = Arrays.stream(drawn).filter(x -> x != far).toArray();
      double next = skew(drawn) > 0 ? greatest(rest) : least(rest);
      drawn = Arrays.stream(drawn).map(x -> x == far ? next : x).toArray();
    }
    return drawn;
  }

  private static boolean lopsided(double... values) {
    return values.length > 3
        && moment(values, 2) > 0
        && Math.abs(skew(values)) > MOST_SKEW
        && kurtosis(values) > MOST_KURTOSIS;
  }

  static double mean(double... values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  static double median(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return IntStream.of((n - 1) / 2, n / 2).mapToDouble(i -> sorted[i]).average().orElseThrow();
  }

  private static double moment(double[] values, int power) {
    double mean = mean(values);
    return Arrays.stream(values).map(x -> Math.pow(x - mean, power)).average().orElseThrow();
  }

  private static double least(double... values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double greatest(double... values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
