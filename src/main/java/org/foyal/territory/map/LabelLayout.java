package org.foyal.territory.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.foyal.kernel.Position;
import org.foyal.territory.map.Label.Placed;
import org.foyal.territory.map.Label.Style;
import org.foyal.territory.map.Look.Tint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// Finds a place for each name of a zoom: the most important first, none over another, a street's
/// name along the street and not twice in sight.
final class LabelLayout {
  private static final double REPEAT_px = 460;
  private static final double SAME_NAME_px = 260;
  private static final int LINE_LETTERS = 15;
  private static final Pattern BREAKS = Pattern.compile("(?<=-)|(?<= )");

  private final int zoom;
  private final Typeface.Weights letters;
  private final Taken taken = new Taken();
  private final Map<String, List<Coordinate>> named = new HashMap<>();
  private final List<Label> labels = new ArrayList<>();

  LabelLayout(Layers layers, int zoom, Typeface.Weights letters) {
    this.zoom = zoom;
    this.letters = letters;
    communes(layers);
    areas(layers);
    streets(layers);
    places(layers);
  }

  List<Label> labels() {
    return labels;
  }

  private void communes(Layers layers) {
    double size = Widths.communeName(zoom);
    if (size > 0) {
      layers.communes().stream()
          .sorted(
              Comparator.comparing((Layers.Outlined commune) -> !layers.isCity(commune.area()))
                  .thenComparingDouble(commune -> -commune.outline().getArea())
                  .thenComparing(commune -> commune.area().code()))
          .forEach(commune -> {
            boolean city = layers.isCity(commune.area());
            var style =
                new Style(Tint.COMMUNE_NAME, city || zoom > 10, city ? size + 3 : size, 0.01);
            commune
                .area()
                .labelled()
                .ifPresent(at -> straight(commune.area().name(), at, style, 5));
          });
    }
  }

  private void areas(Layers layers) {
    double size = Widths.areaName(zoom);
    if (size > 0) {
      var style = new Style(Tint.AREA_NAME, true, size, 0.02);
      layers.areas().stream()
          .sorted(
              Comparator.comparingDouble((Layers.Outlined area) -> -area.outline().getArea())
                  .thenComparing(area -> area.area().code()))
          .forEach(area ->
              area.area().labelled().ifPresent(at -> straight(area.area().name(), at, style, 6)));
    }
  }

  private void streets(Layers layers) {
    record Street(Layers.NamedLine named, Course course, double length_px) {}
    var streets = new ArrayList<Street>();
    for (var named : layers.namedLines()) {
      if (Widths.streetName(named.rank(), zoom) > 0) {
        var points = ZoomLevel.points(named.line(), zoom);
        if (points.length > 1) {
          var course = new Course(points);
          streets.add(new Street(named, course, course.length()));
        }
      }
    }
    streets.sort(
        Comparator.comparing((Street street) -> street.named().rank())
            .thenComparingDouble(Street::length_px)
            .reversed()
            .thenComparing(street -> street.named().name()));
    for (var street : streets) {
      var rank = street.named().rank();
      var style =
          new Style(
              Tint.STREET_NAME, rank != Road.Rank.MINOR, Widths.streetName(rank, zoom), 0.015);
      along(street.named().name(), street.course(), style);
    }
  }

  private void places(Layers layers) {
    double size = Widths.placeName(zoom);
    if (size > 0) {
      var style = new Style(Tint.PLACE_NAME, false, size, 0.02);
      for (var place : layers.places()) {
        straight(place.name(), place.where(), style, 10);
      }
    }
  }

  /// Writes a name around a point, over several lines where it is long.
  private void straight(String name, Position at, Style style, double room_px) {
    double x = Mercator.x_px(at.longitude_deg(), zoom);
    double y = Mercator.y_px(at.latitude_deg(), zoom);
    if (seen(name, x, y)) {
      return;
    }
    double line_px = style.size() * 1.12;
    var lines = lines(name);
    var placed = new ArrayList<Placed>();
    var boxes = new ArrayList<Envelope>();
    for (int i = 0; i < lines.size(); i++) {
      double base = y + line_px * (i - (lines.size() - 1) / 2.0) + style.size() * 0.34;
      double width = width(lines.get(i), style);
      double pen = x - width / 2;
      boxes.add(
          new Envelope(
              pen - room_px,
              pen + width + room_px,
              base - style.size() * 0.8 - room_px / 2,
              base + style.size() * 0.25 + room_px / 2));
      for (int character : lines.get(i).codePoints().toArray()) {
        placed.add(new Placed(character, pen, base, 0));
        pen += advance(character, style);
      }
    }
    if (taken.isFree(boxes)) {
      keep(name, style, placed, boxes, new Coordinate(x, y));
    }
  }

  /// Writes a name along a line, once in each stretch that is long enough.
  private void along(String name, Course course, Style style) {
    double width = width(name, style);
    double room = course.length() - width - style.size();
    if (room < 0) {
      return;
    }
    int stretches = Math.max(1, (int) (course.length() / REPEAT_px));
    double stretch = course.length() / stretches;
    for (int i = 0; i < stretches; i++) {
      double middle = (i + 0.5) * stretch - width / 2;
      for (double off = 0; off <= Math.max(0, stretch - width) / 2; off += 9) {
        if (tryAlong(name, course, middle + off, style)
            || (off > 0 && tryAlong(name, course, middle - off, style))) {
          break;
        }
      }
    }
  }

  private boolean tryAlong(String name, Course wanted, double start, Style style) {
    double width = width(name, style);
    if (start < style.size() / 2 || start + width > wanted.length() - style.size() / 2) {
      return false;
    }
    boolean turned = wanted.at(start).x > wanted.at(start + width).x;
    var course = turned ? wanted.reversed() : wanted;
    double pen = turned ? wanted.length() - start - width : start;
    var middle = course.at(pen + width / 2);
    if (seen(name, middle.x, middle.y)) {
      return false;
    }
    var placed = bent(name, course, pen, style);
    var boxes = placed.stream().map(letter -> square(letter, style)).toList();
    if (placed.isEmpty() || !taken.isFree(boxes)) {
      return false;
    }
    keep(name, style, placed, boxes, middle);
    return true;
  }

  /// The letters along a line; none where it bends too sharply to be read.
  private List<Placed> bent(String name, Course course, double start, Style style) {
    var placed = new ArrayList<Placed>();
    double pen = start;
    double before = Double.NaN;
    double bend = 0;
    for (int character : name.codePoints().toArray()) {
      double advance = advance(character, style);
      double turn = course.heading(pen + advance / 2, style.size());
      double change =
          Double.isNaN(before) ? 0 : Math.abs(Math.IEEEremainder(turn - before, 2 * Math.PI));
      bend += change;
      if (change > 0.22 || bend > 1.3) {
        return List.of();
      }
      var on = course.at(pen + advance / 2);
      double down = style.size() * 0.33;
      placed.add(
          new Placed(
              character,
              on.x - Math.cos(turn) * advance / 2 - Math.sin(turn) * down,
              on.y - Math.sin(turn) * advance / 2 + Math.cos(turn) * down,
              turn));
      before = turn;
      pen += advance;
    }
    return placed;
  }

  /// The room that a letter on a line takes, wherever it is turned to.
  private Envelope square(Placed letter, Style style) {
    double along = advance(letter.character(), style) / 2;
    double up = style.size() * 0.33;
    double x = letter.x() + Math.cos(letter.turn_rad()) * along + Math.sin(letter.turn_rad()) * up;
    double y = letter.y() + Math.sin(letter.turn_rad()) * along - Math.cos(letter.turn_rad()) * up;
    double half = style.size() * 0.5 + 2;
    return new Envelope(x - half, x + half, y - half, y + half);
  }

  private void keep(
      String name, Style style, List<Placed> placed, List<Envelope> boxes, Coordinate at) {
    taken.take(boxes);
    named.computeIfAbsent(key(name), _ -> new ArrayList<>()).add(at);
    var box = new Envelope();
    boxes.forEach(box::expandToInclude);
    box.expandBy(4);
    labels.add(new Label(labels.size(), style, List.copyOf(placed), box));
  }

  private boolean seen(String name, double x, double y) {
    var here = new Coordinate(x, y);
    return named.getOrDefault(key(name), List.of()).stream()
        .anyMatch(other -> other.distance(here) < SAME_NAME_px);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private double advance(int character, Style style) {
    return (letters.of(style.bold()).of(character).advance_em() + style.spacing_em())
        * style.size();
  }

  private double width(String text, Style style) {
    return text.codePoints().mapToDouble(c -> advance(c, style)).sum();
  }

  /// A long name in lines of about equal length, broken at spaces and after hyphens.
  static List<String> lines(String name) {
    int wanted = Math.max(1, (int) Math.ceil(name.length() / (double) LINE_LETTERS));
    double length = name.length() / (double) wanted;
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : BREAKS.splitAsStream(name).toList()) {
      boolean full = line.length() + word.strip().length() / 2.0 > length;
      if (full && !line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /// The room that names have already taken, looked up by squares of 64 pixels.
  private static final class Taken {
    private static final int SIDE_px = 64;

    private final Map<Long, List<Envelope>> squares = new HashMap<>();

    boolean isFree(List<Envelope> boxes) {
      return boxes.stream().allMatch(this::isFree);
    }

    void take(List<Envelope> boxes) {
      for (var box : boxes) {
        for (long square : squares(box)) {
          squares.computeIfAbsent(square, _ -> new ArrayList<>()).add(box);
        }
      }
    }

    private boolean isFree(Envelope box) {
      for (long square : squares(box)) {
        for (var other : squares.getOrDefault(square, List.of())) {
          if (other.intersects(box)) {
            return false;
          }
        }
      }
      return true;
    }

    private static List<Long> squares(Envelope box) {
      var squares = new ArrayList<Long>(4);
      for (long x = square(box.getMinX()); x <= square(box.getMaxX()); x++) {
        for (long y = square(box.getMinY()); y <= square(box.getMaxY()); y++) {
          squares.add((x << 32) | (y & 0xffff_ffffL));
        }
      }
      return squares;
    }

    private static long square(double px) {
      return (long) Math.floor(px / SIDE_px);
    }
  }

  /// A line walked from its start: what point lies so many pixels along it, and which way it heads.
  private static final class Course {
    private final Coordinate[] points;
    private final double[] reached;

    Course(Coordinate[] points) {
      this.points = points;
      reached = new double[points.length];
      for (int i = 1; i < points.length; i++) {
        reached[i] = reached[i - 1] + points[i - 1].distance(points[i]);
      }
    }

    double length() {
      return reached[reached.length - 1];
    }

    Course reversed() {
      var turned = new Coordinate[points.length];
      for (int i = 0; i < points.length; i++) {
        turned[i] = points[points.length - 1 - i];
      }
      return new Course(turned);
    }

    /// The point so far along the line; its ends beyond them.
    Coordinate at(double along_px) {
      int found = Arrays.binarySearch(reached, along_px);
      int next = found >= 0 ? found : -found - 1;
      if (next <= 0) {
        return points[0];
      }
      if (next >= points.length) {
        return points[points.length - 1];
      }
      double share = (along_px - reached[next - 1]) / (reached[next] - reached[next - 1]);
      var from = points[next - 1];
      var to = points[next];
      return new Coordinate(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    }

    /// Which way the line heads around a point, over a window that smooths its small corners.
    double heading(double along_px, double window_px) {
      var before = at(Math.max(0, along_px - window_px / 2));
      var after = at(Math.min(length(), along_px + window_px / 2));
      return Math.atan2(after.y - before.y, after.x - before.x);
    }
  }
}
