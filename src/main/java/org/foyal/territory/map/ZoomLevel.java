package org.foyal.territory.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/// The layers at one zoom, in its pixels, with every name already in its place.
///
/// Names are laid out once for the whole territory, not tile by tile: whatever tile is asked for, a
/// name that reaches into it is there, whole or cut exactly where the next tile goes on.
final class ZoomLevel {
  private final int zoom;
  private final Path2D land;
  private final Path2D city;
  private final Path2D communeLines;
  private final Path2D areaLines;
  private final boolean derived;
  private final STRtree roads = new STRtree();
  private final STRtree labels = new STRtree();

  /// A road in pixels; its number keeps the order of painting the same everywhere.
  record Line(int number, Road.Rank rank, Road.Structure structure, Path2D path) {}

  ZoomLevel(Layers layers, int zoom, Typeface.Weights letters) {
    this.zoom = zoom;
    land = path(layers.land(), zoom);
    city = path(layers.city(), zoom);
    communeLines = path(layers.communeLines(), zoom);
    areaLines = path(layers.areaLines(), zoom);
    derived = layers.derived();
    int number = 0;
    for (var road : layers.roads()) {
      if (Widths.road(road.rank(), zoom) > 0) {
        var points = points(road.line(), zoom);
        roads.insert(
            envelope(points),
            new Line(number++, road.rank(), road.structure(), append(new Path2D.Double(), points)));
      }
    }
    roads.build();
    for (var label : new LabelLayout(layers, zoom, letters).labels()) {
      labels.insert(label.box(), label);
    }
    labels.build();
  }

  int zoom() {
    return zoom;
  }

  Path2D land() {
    return land;
  }

  Path2D city() {
    return city;
  }

  Path2D communeLines() {
    return communeLines;
  }

  Path2D areaLines() {
    return areaLines;
  }

  /// Whether the lines between neighbourhoods are not official.
  boolean derived() {
    return derived;
  }

  /// The roads that reach into a rectangle, in their order.
  List<Line> roads(Envelope in) {
    var found = new ArrayList<Line>();
    roads.query(in, line -> found.add((Line) line));
    found.sort(Comparator.comparingInt(Line::number));
    return found;
  }

  /// The names that reach into a rectangle, in their order.
  List<Label> labels(Envelope in) {
    var found = new ArrayList<Label>();
    labels.query(in, label -> found.add((Label) label));
    found.sort(Comparator.comparingInt(Label::number));
    return found;
  }

  /// A line's points in pixels of a zoom, without those nearer than a third of a pixel.
  static Coordinate[] points(LineString line, int zoom) {
    int last = line.getNumPoints() - 1;
    var kept = new ArrayList<Coordinate>(last + 1);
    for (int i = 0; i <= last; i++) {
      var point = pixel(line.getCoordinateN(i), zoom);
      if (kept.isEmpty() || kept.getLast().distance(point) > 0.34) {
        kept.add(point);
      } else if (i == last && kept.size() > 1) {
        kept.set(kept.size() - 1, point);
      }
    }
    return kept.toArray(Coordinate[]::new);
  }

  /// To a 64th of a pixel: such numbers survive being moved to a tile's corner unchanged.
  private static Coordinate pixel(Coordinate degrees, int zoom) {
    return new Coordinate(
        Math.rint(Mercator.x_px(degrees.x, zoom) * 64) / 64,
        Math.rint(Mercator.y_px(degrees.y, zoom) * 64) / 64);
  }

  private static Path2D path(@Nullable Geometry geometry, int zoom) {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; geometry != null && i < geometry.getNumGeometries(); i++) {
      switch (geometry.getGeometryN(i)) {
        case Polygon polygon when !polygon.isEmpty() -> {
          ring(path, polygon.getExteriorRing(), zoom);
          for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            ring(path, polygon.getInteriorRingN(hole), zoom);
          }
        }
        case LineString line -> append(path, points(line, zoom));
        default -> {} // an outline has no points
      }
    }
    return path;
  }

  private static void ring(Path2D path, LineString ring, int zoom) {
    append(path, points(ring, zoom));
    path.closePath();
  }

  private static Path2D append(Path2D path, Coordinate[] points) {
    path.moveTo(points[0].x, points[0].y);
    for (int i = 1; i < points.length; i++) {
      path.lineTo(points[i].x, points[i].y);
    }
    return path;
  }

  private static Envelope envelope(Coordinate[] points) {
    var envelope = new Envelope();
    for (var point : points) {
      envelope.expandToInclude(point);
    }
    return envelope;
  }
}
