package org.foyal.territory.areas;

import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// A small drawing of an area among its neighbours, for a page without a map: whole numbers, a
/// point every other pixel at most, so that it weighs a few kilobytes.
///
/// @param own the SVG path of the area
/// @param parts the SVG path of the areas that it is made of
/// @param around the SVG path of its neighbours
/// @param spot where a point of interest stands, if one was asked for
record Outline(
    int width, int height, String own, String parts, String around, @Nullable Spot spot) {
  private static final int WIDTH = 640;
  private static final int TALLEST = 640;
  private static final double TOLERANCE = 1.5;

  record Spot(int x, int y) {}

  /// Draws an area; nothing while its outline is not known.
  static Optional<Outline> of(
      Optional<Geometry> area,
      List<Geometry> neighbours,
      List<Geometry> parts,
      Optional<Position> spot) {
    return area.filter(shape -> !shape.isEmpty())
        .map(shape -> {
          var frame = Frame.around(shape.getEnvelopeInternal());
          var around = new StringBuilder();
          neighbours.forEach(neighbour -> frame.draw(frame.clip(neighbour), around));
          var own = new StringBuilder();
          frame.draw(shape, own);
          var within = new StringBuilder();
          parts.forEach(part -> frame.draw(part, within));
          return new Outline(
              WIDTH,
              frame.height(),
              own.toString(),
              within.toString(),
              around.toString(),
              spot.map(frame::spot).orElse(null));
        });
  }

  /// From degrees to pixels: longitudes shortened as they are at that latitude, north up.
  private record Frame(double west, double north, double perLon, double perLat, int height) {
    static Frame around(Envelope box) {
      double margin = Math.max(Math.max(box.getWidth(), box.getHeight()) * .12, 1e-5);
      var wide = new Envelope(box);
      wide.expandBy(margin);
      double shortening = Math.max(Math.cos(Math.toRadians(box.centre().y)), .01);
      double perLat = Math.min(WIDTH / (wide.getWidth() * shortening), TALLEST / wide.getHeight());
      double perLon = perLat * shortening;
      double spare = (WIDTH / perLon - wide.getWidth()) / 2;
      return new Frame(
          wide.getMinX() - spare,
          wide.getMaxY(),
          perLon,
          perLat,
          (int) Math.ceil(wide.getHeight() * perLat));
    }

    /// The part of a shape that is seen, and a little more so that its cut edges are not.
    Geometry clip(Geometry shape) {
      var seen =
          new Envelope(
              west - 20 / perLon,
              west + (WIDTH + 20) / perLon,
              north - (height + 20) / perLat,
              north + 20 / perLat);
      return OverlayNGRobust.overlay(
          shape, shape.getFactory().toGeometry(seen), OverlayNG.INTERSECTION);
    }

    void draw(Geometry shape, StringBuilder path) {
      var simple = DouglasPeuckerSimplifier.simplify(shape, TOLERANCE / perLat);
      for (int i = 0; i < simple.getNumGeometries(); i++) {
        if (simple.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
          ring(polygon.getExteriorRing().getCoordinates(), path);
          for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            ring(polygon.getInteriorRingN(hole).getCoordinates(), path);
          }
        }
      }
    }

    private void ring(Coordinate[] points, StringBuilder path) {
      int x = x(points[0].x);
      int y = y(points[0].y);
      path.append('M').append(x).append(' ').append(y).append('l');
      for (int i = 1; i < points.length - 1; i++) {
        int nextX = x(points[i].x);
        int nextY = y(points[i].y);
        if (i > 1) {
          path.append(' ');
        }
        path.append(nextX - x).append(' ').append(nextY - y);
        x = nextX;
        y = nextY;
      }
      path.append('z');
    }

    Spot spot(Position at) {
      return new Spot(x(at.longitude_deg()), y(at.latitude_deg()));
    }

    private int x(double longitude_deg) {
      return (int) Math.round((longitude_deg - west) * perLon);
    }

    private int y(double latitude_deg) {
      return (int) Math.round((north - latitude_deg) * perLat);
    }
  }
}
