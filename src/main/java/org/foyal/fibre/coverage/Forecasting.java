package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.foyal.fibre.coverage.Forecast.Step;

/// Where a curve may lead, with the interval in which one of twenty is not.
///
/// The share of a roll-out follows an S; its logit is near to a straight line. That line is laid
/// through the points by least squares, and the interval is that of a new observation (Student's
/// t), turned back into shares: it stays within 0 and 100 %. Only points of about the same whole
/// are used, the latest ones; no further than the points reach back, and a year at most. Fewer than
/// five points, less than a year between the first and the last, or a last point that is older than
/// a year give no forecast: with two parameters to lay, five points leave three degrees of freedom,
/// which is where the t of the interval falls below twice that of the normal distribution.
final class Forecasting {
  /// So many points, at least.
  static final int POINTS = 5;

  /// So many days from the first to the last, at least.
  static final int SPAN_days = 365;

  /// A last point that is older says nothing of today.
  static final int OLDEST_days = 365;

  private static final int STEP_days = 91;
  private static final int STEPS = 4;

  /// Wholes that differ by no more are the same.
  private static final double SAME = 0.05;

  /// No series is so smooth that its interval may be narrower: in logits.
  private static final double LEAST_SCATTER = 0.02;

  private Forecasting() {}

  /// What can come of asking for a forecast.
  sealed interface Guess {
    /// It can be made.
    ///
    /// @param used the points that it stands on
    record Made(List<Point> used, List<Step> steps) implements Guess {}

    /// There are too few points of one whole.
    record TooFew(int points) implements Guess {}

    /// They lie too close together.
    record TooShort(long days) implements Guess {}

    /// The last one is too old.
    record TooOld(LocalDate last) implements Guess {}
  }

  /// Makes one, as of a day.
  ///
  /// @param points in order of day, each day once
  static Guess of(List<Point> points, LocalDate today) {
    var used = ofOneWhole(points);
    if (used.size() < POINTS) {
      return new Guess.TooFew(used.size());
    }
    var first = used.getFirst().day();
    var last = used.getLast().day();
    long span_days = ChronoUnit.DAYS.between(first, last);
    if (span_days < SPAN_days) {
      return new Guess.TooShort(span_days);
    }
    if (last.plusDays(OLDEST_days).isBefore(today)) {
      return new Guess.TooOld(last);
    }
    var line = Line.through(used);
    var steps = new ArrayList<Step>();
    for (int i = 1; i <= STEPS && (long) i * STEP_days <= span_days; i++) {
      steps.add(line.at(last.plusDays((long) i * STEP_days)));
    }
    return new Guess.Made(used, List.copyOf(steps));
  }

  /// The latest points whose whole is about that of the last.
  private static List<Point> ofOneWhole(List<Point> points) {
    var used = new ArrayList<Point>();
    for (var point : points.reversed()) {
      var last = used.isEmpty() ? point : used.getLast();
      var whole = used.isEmpty() ? point.of() : used.getFirst().of();
      boolean same = point.of() > 0 && Math.abs(point.of() - whole) <= SAME * whole;
      if (!same || (!used.isEmpty() && !point.day().isBefore(last.day()))) {
        break;
      }
      used.add(point);
    }
    return used.reversed();
  }

  /// The straight line through the logits.
  private record Line(
      LocalDate origin,
      int points,
      double meanX,
      double meanY,
      double sumXX,
      double slope,
      double scatter) {
    static Line through(List<Point> points) {
      var origin = points.getFirst().day();
      double meanX =
          points.stream().mapToDouble(one -> years(origin, one.day())).average().orElse(0);
      double meanY = points.stream().mapToDouble(Line::logit).average().orElse(0);
      double sumXX = 0;
      double sumXY = 0;
      for (var one : points) {
        double x = years(origin, one.day()) - meanX;
        sumXX += x * x;
        sumXY += x * (logit(one) - meanY);
      }
      double slope = sumXY / sumXX;
      double rest = 0;
      for (var one : points) {
        double off = logit(one) - meanY - slope * (years(origin, one.day()) - meanX);
        rest += off * off;
      }
      double scatter = Math.max(LEAST_SCATTER, Math.sqrt(rest / (points.size() - 2)));
      return new Line(origin, points.size(), meanX, meanY, sumXX, slope, scatter);
    }

    private static double years(LocalDate from, LocalDate to) {
      return ChronoUnit.DAYS.between(from, to) / 365.25;
    }

    /// With half a home added to both sides, so that none and all have one too.
    private static double logit(Point point) {
      return Math.log((point.connectable() + 0.5) / (point.of() - point.connectable() + 0.5));
    }

    private static double share(double logit) {
      return 1 / (1 + Math.exp(-logit));
    }

    Step at(LocalDate day) {
      double x = years(origin, day) - meanX;
      double middle = meanY + slope * x;
      double half = t(points - 2) * scatter * Math.sqrt(1 + 1.0 / points + x * x / sumXX);
      return new Step(day, share(middle - half), share(middle), share(middle + half));
    }
  }

  /// The quantile of Student's t that leaves 2.5 % above (Abramowitz and Stegun 26.7.5): within 1 %
  /// from three degrees of freedom on.
  static double t(int freedom) {
    double z = org.foyal.kernel.Interval.Z;
    double z2 = z * z;
    double n = freedom;
    return z
        + z * (z2 + 1) / (4 * n)
        + z * (z2 * (5 * z2 + 16) + 3) / (96 * n * n)
        + z * (z2 * (z2 * (3 * z2 + 19) + 17) - 15) / (384 * n * n * n);
  }
}
