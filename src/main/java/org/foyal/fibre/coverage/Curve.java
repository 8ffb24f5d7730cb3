package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A curve of shares over time as the server draws it: from 0 to 100 %, whole pixels.
///
/// @param line the points that are joined, as an SVG polyline has them; of one point alone, none
/// @param years where each year begins
record Curve(List<Spot> spots, String line, List<Year> years) {
  /// How wide and high the drawing is.
  static final int WIDTH = 360;

  /// See [#WIDTH].
  static final int HEIGHT = 190;

  private static final int LEFT = 40;
  private static final int RIGHT = 345;
  private static final int TOP = 14;
  private static final int BOTTOM = 160;
  private static final int FEW = 6;

  /// One point of it.
  ///
  /// @param told whether its share is written beside it
  record Spot(int x, int y, Point point, boolean told) {}

  /// The beginning of a year.
  record Year(int x, int year) {}

  /// The height of a share in percent.
  static int y(int percent) {
    return BOTTOM - Math.round((BOTTOM - TOP) * percent / 100f);
  }

  static int left() {
    return LEFT;
  }

  static int right() {
    return RIGHT;
  }

  /// Draws points of one whole.
  ///
  /// @param points in order of day, one at least
  static Curve of(List<Point> points) {
    var first = points.getFirst().day().withDayOfYear(1);
    var last = points.getLast().day().plusYears(1).withDayOfYear(1);
    var spots = new ArrayList<Spot>();
    for (int i = 0; i < points.size(); i++) {
      var point = points.get(i);
      boolean told = points.size() <= FEW || i == 0 || i == points.size() - 1;
      int y = BOTTOM - (int) Math.round((BOTTOM - TOP) * point.share());
      spots.add(new Spot(x(point.day(), first, last), y, point, told));
    }
    var line = new StringBuilder();
    if (spots.size() > 1) {
      spots.forEach(one -> line.append(one.x()).append(',').append(one.y()).append(' '));
    }
    return new Curve(List.copyOf(spots), line.toString().strip(), years(first, last));
  }

  private static int x(LocalDate day, LocalDate first, LocalDate last) {
    double part =
        (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
    return LEFT + (int) Math.round((RIGHT - LEFT) * part);
  }

  /// Every year, or every so many, so that six are written at most.
  private static List<Year> years(LocalDate first, LocalDate last) {
    int each = (last.getYear() - first.getYear()) / FEW + 1;
    var years = new ArrayList<Year>();
    for (int year = first.getYear(); year <= last.getYear(); year += each) {
      years.add(new Year(x(LocalDate.of(year, 1, 1), first, last), year));
    }
    return List.copyOf(years);
  }
}
