package org.foyal.fibre.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// The city's neighbourhoods as the server draws them, each filled by its share: whole pixels, a
/// few kilobytes, no picture and no script. The table beside says the same.
///
/// @param derived whether some outlines are derived, so that it must be said
record CoverageMap(int height, List<Piece> pieces, boolean derived) {
  /// How wide the drawing is.
  static final int WIDTH = 640;

  /// So many fills, from few to all; 0: nothing is known.
  static final int FILLS = 5;

  private static final int TALLEST = 640;
  private static final int MARGIN = 8;
  private static final double TOLERANCE_px = 1.2;

  /// One neighbourhood.
  ///
  /// @param fill 1 to 5, by fifths; 0: nothing is known
  record Piece(Area area, String path, int fill, Optional<AreaCoverage> coverage) {}

  /// Draws areas; empty while no outline is known.
  static Optional<CoverageMap> of(
      Territory territory, List<Area> areas, Function<String, Optional<AreaCoverage>> of) {
    var box = new Envelope();
    areas.stream()
        .flatMap(area -> territory.outline(area.code()).stream())
        .forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
    if (box.isNull() || box.getWidth() == 0 || box.getHeight() == 0) {
      return Optional.empty();
    }
    var frame = Frame.around(box);
    var pieces =
        areas.stream()
            .flatMap(area ->
                territory.outline(area.code()).stream()
                    .map(shape -> piece(area, frame.path(shape), of.apply(area.code()))))
            .toList();
    boolean derived = areas.stream().anyMatch(area -> !area.officialOutline());
    return Optional.of(new CoverageMap(frame.height(), pieces, derived));
  }

  private static Piece piece(Area area, String path, Optional<AreaCoverage> coverage) {
    return new Piece(area, path, coverage.map(one -> fill(one.homes())).orElse(0), coverage);
  }

  /// By fifths: 0 to under 20 %, …, 80 to 100 %.
  static int fill(AreaCoverage.Homes homes) {
    return homes.share().map(share -> Math.min(FILLS, 1 + (int) (share * FILLS))).orElse(0);
  }

  /// From degrees to pixels: longitudes shortened as they are at that latitude, north up.
  private record Frame(double west, double north, double perLon, double perLat, int height) {
    static Frame around(Envelope box) {
      double shortening = Math.max(Math.cos(Math.toRadians(box.centre().y)), .01);
      double perLat =
          Math.min(
              (WIDTH - 2 * MARGIN) / (box.getWidth() * shortening),
              (TALLEST - 2 * MARGIN) / box.getHeight());
      double perLon = perLat * shortening;
      double spare = (WIDTH / perLon - box.getWidth()) / 2;
      return new Frame(
          box.getMinX() - spare,
          box.getMaxY() + MARGIN / perLat,
          perLon,
          perLat,
          (int) Math.ceil(box.getHeight() * perLat) + 2 * MARGIN);
    }

    String path(Geometry shape) {
      var simple = DouglasPeuckerSimplifier.simplify(shape, TOLERANCE_px / perLat);
      var path = new StringBuilder();
      for (int i = 0; i < simple.getNumGeometries(); i++) {
        if (simple.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
          rings(polygon).forEach(ring -> draw(ring, path));
        }
      }
      return path.toString();
    }

    private static Stream<Coordinate[]> rings(Polygon polygon) {
      var rings = new ArrayList<Coordinate[]>();
      rings.add(polygon.getExteriorRing().getCoordinates());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(polygon.getInteriorRingN(hole).getCoordinates());
      }
      return rings.stream();
    }

    private void draw(Coordinate[] ring, StringBuilder path) {
      for (int i = 0; i < ring.length - 1; i++) {
        long x = Math.round((ring[i].x - west) * perLon);
        long y = Math.round((north - ring[i].y) * perLat);
        path.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(y);
      }
      path.append('z');
    }
  }
}
