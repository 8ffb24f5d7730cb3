package org.foyal.things.showing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.foyal.things.keeping.Point;

/// A chart as the server draws it, in whole pixels: a line of means, around it a band from the
/// least to the most. Where nothing was reported, nothing is drawn.
///
/// @param line the path of the means
/// @param band the path around them
/// @param dots means that stand alone
/// @param levels the numbers beside it
/// @param times the moments below it
record Chart(String line, String band, List<Dot> dots, List<Level> levels, List<Time> times) {
  static final int WIDTH = 480;
  static final int HEIGHT = 240;
  private static final int LEFT = 58;
  private static final int RIGHT = WIDTH - 12;
  private static final int TOP = 14;
  private static final int BOTTOM = HEIGHT - 32;
  private static final int LEVELS = 4;
  private static final double GAP = 2.5;

  /// A mean that stands alone.
  record Dot(long x, long y) {}

  /// A number at its height.
  record Level(long y, double number) {}

  /// A moment at its place.
  record Time(long x, ZonedDateTime at) {}

  static int left() {
    return LEFT;
  }

  static int right() {
    return RIGHT;
  }

  static int bottom() {
    return BOTTOM;
  }

  /// From moments and numbers to pixels.
  private record Scale(Instant since, Instant until, double low, double high) {
    long x(Instant at) {
      double whole = Duration.between(since, until).toSeconds();
      double part = Duration.between(since, at).toSeconds() / whole;
      return LEFT + Math.round((RIGHT - LEFT) * Math.clamp(part, 0, 1));
    }

    long y(double number) {
      return BOTTOM - Math.round((BOTTOM - TOP) * (number - low) / (high - low));
    }
  }

  /// Draws points, one at least.
  static Chart of(List<Point> points, Instant since, Instant until, Span span, ZoneId zone) {
    double least = points.stream().mapToDouble(Point::minimum).min().orElse(0);
    double most = points.stream().mapToDouble(Point::maximum).max().orElse(1);
    double step = step(most - least, Math.max(Math.abs(least), Math.abs(most)));
    double low = Math.floor(least / step) * step;
    double high = Math.max(Math.ceil(most / step) * step, low + step);
    var scale = new Scale(since, until, low, high);
    var levels = new ArrayList<Level>();
    for (int i = 0; low + i * step <= high + step / 2; i++) {
      levels.add(new Level(scale.y(low + i * step), low + i * step));
    }
    var line = new StringBuilder();
    var band = new StringBuilder();
    var dots = new ArrayList<Dot>();
    for (var run : runs(points)) {
      draw(run, scale, line, band, dots);
    }
    return new Chart(line.toString(), band.toString(), dots, levels, times(scale, span, zone));
  }

  /// A round step, so that about four numbers stand beside the chart.
  private static double step(double range, double size) {
    double wanted = (range > 0 ? range : size > 0 ? size : 1) / LEVELS;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    double part = wanted / power;
    return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  }

  /// Points that follow one another without a gap.
  private static List<List<Point>> runs(List<Point> points) {
    var runs = new ArrayList<List<Point>>();
    for (int i = 0; i < points.size(); i++) {
      if (i == 0 || apart(points.get(i - 1), points.get(i))) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(points.get(i));
    }
    return runs;
  }

  private static boolean apart(Point before, Point after) {
    double length_s = Duration.between(before.from(), before.until()).toSeconds();
    return Duration.between(before.from(), after.from()).toSeconds() > GAP * Math.max(length_s, 60);
  }

  private static void draw(
      List<Point> run, Scale scale, StringBuilder line, StringBuilder band, List<Dot> dots) {
    if (run.size() == 1) {
      dots.add(new Dot(scale.x(middle(run.getFirst())), scale.y(run.getFirst().mean())));
      return;
    }
    for (int i = 0; i < run.size(); i++) {
      var point = run.get(i);
      long x = scale.x(middle(point));
      line.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(scale.y(point.mean()));
      band.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(scale.y(point.maximum()));
    }
    for (var point : run.reversed()) {
      long x = scale.x(middle(point));
      band.append('L').append(x).append(' ').append(scale.y(point.minimum()));
    }
    band.append('z');
  }

  private static Instant middle(Point point) {
    return point.from().plus(Duration.between(point.from(), point.until()).dividedBy(2));
  }

  private static List<Time> times(Scale scale, Span span, ZoneId zone) {
    var times = new ArrayList<Time>();
    var local = scale.since().atZone(zone).truncatedTo(ChronoUnit.DAYS);
    var at = span == Span.YEAR ? local.withDayOfMonth(1) : local;
    while (at.toInstant().isBefore(scale.until())) {
      if (!at.toInstant().isBefore(scale.since())) {
        times.add(new Time(scale.x(at.toInstant()), at));
      }
      at =
          switch (span) {
            case DAY -> at.plusHours(6);
            case WEEK -> at.plusDays(2);
            case MONTH -> at.plusDays(7);
            case YEAR -> at.plusMonths(3);
          };
    }
    return times;
  }
}
