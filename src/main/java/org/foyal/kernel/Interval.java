package org.foyal.kernel;

/// The values that a figure may well have in truth, with 95 % confidence: what was seen is one draw
/// of what could have been.
///
/// @param from the least of them
/// @param to the greatest
public record Interval(double from, double to) {
  /// The quantile of the normal distribution that leaves 2.5 % above.
  public static final double Z = 1.959963984540054;

  private static final double TAIL = 0.025;
  private static final int HALVINGS = 200;

  /// Refuses an interval that ends before it begins.
  ///
  /// @throws IllegalArgumentException when it does, and for what is no number
  public Interval {
    if (!(from <= to)) {
      throw new IllegalArgumentException("no interval: " + from + " to " + to);
    }
  }

  /// The interval of a share (Wilson 1927, without correction): it never leaves 0 to 1, and holds
  /// for few cases as for many.
  ///
  /// @param of more than 0, and no less than `count`
  public static Interval wilson(long count, long of) {
    if (count < 0 || of <= 0 || count > of) {
      throw new IllegalArgumentException("no share: " + count + " of " + of);
    }
    double share = (double) count / of;
    double z2 = Z * Z;
    double middle = (share + z2 / (2 * of)) / (1 + z2 / of);
    double half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of)) / (1 + z2 / of);
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /// The exact interval of a count of events (Garwood 1936): what a Poisson distribution may have
  /// as its mean where so many were counted. The quantiles of the chi-squared distribution that it
  /// is often written with are found here by halving, as this package stands on the JDK alone.
  ///
  /// @param count 0 or more
  public static Interval poisson(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("no count: " + count);
    }
    double logFactorial = 0;
    for (long i = 2; i <= count; i++) {
      logFactorial += Math.log((double) i);
    }
    double middle = (double) count;
    double reach = 20 + 10 * Math.sqrt(middle + 1);
    return new Interval(
        count == 0 ? 0 : edge(count, logFactorial, Math.max(0, middle - reach), middle, true),
        edge(count, logFactorial, middle, middle + reach, false));
  }

  /// Halves until the tail beyond the count holds 2.5 %.
  private static double edge(long count, double logFactorial, double low, double high, boolean up) {
    double from = low;
    double to = high;
    for (int i = 0; i < HALVINGS && to - from > 1e-12 * to; i++) {
      double mean = (from + to) / 2;
      if ((tail(count, logFactorial, mean, up) > TAIL) == up) {
        to = mean;
      } else {
        from = mean;
      }
    }
    return (from + to) / 2;
  }

  /// How likely so many or more (up), or so many or fewer, are: the term of the count itself, and
  /// those after it, which only fall.
  private static double tail(long count, double logFactorial, double mean, boolean up) {
    double term = Math.exp(count * Math.log(mean) - mean - logFactorial);
    double sum = term;
    for (long i = count; term > sum * 1e-17 && i >= (up ? 0 : 1); i += up ? 1 : -1) {
      term *= up ? mean / (i + 1) : i / mean;
      sum += term;
    }
    return sum;
  }
}
