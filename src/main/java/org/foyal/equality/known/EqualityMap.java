package org.foyal.equality.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.territory.Territory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// The city’s neighbourhoods as the server draws them, filled by an indicator in five steps of
/// equal length from its least to its greatest value. The table beside says the same.
///
/// @param steps where the fills begin, and where the last one ends; empty where nothing is known
record EqualityMap(int height, List<Piece> pieces, List<Double> steps, boolean derived) {
  static final int WIDTH = 640;
  static final int FILLS = 5;
  private static final int MARGIN = 8;
  private static final double TOLERANCE_px = 1.2;

  /// One neighbourhood; `fill` is 0 where nothing is known.
  record Piece(Sheet sheet, String path, int fill) {}

  /// Draws them; empty while no outline is known.
  static Optional<EqualityMap> of(Territory territory, List<Sheet> sheets, String indicator) {
    var box = new Envelope();
    sheets.stream()
        .flatMap(sheet -> territory.outline(sheet.area().code()).stream())
        .forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
    if (box.isNull() || box.getWidth() == 0 || box.getHeight() == 0) {
      return Optional.empty();
    }
    var values =
        sheets.stream()
            .flatMap(sheet -> sheet.find(indicator).stream())
            .mapToDouble(line -> line.value().value())
            .summaryStatistics();
    double narrow = Math.max(Math.cos(Math.toRadians(box.centre().y)), .01);
    double scale =
        Math.min(
            (WIDTH - 2 * MARGIN) / (box.getWidth() * narrow),
            (WIDTH - 2 * MARGIN) / box.getHeight());
    var pieces = new ArrayList<Piece>();
    for (var sheet : sheets) {
      var value = sheet.find(indicator).map(line -> OptionalDouble.of(line.value().value()));
      int fill =
          value.map(one -> fill(one.getAsDouble(), values.getMin(), values.getMax())).orElse(0);
      territory
          .outline(sheet.area().code())
          .map(shape -> path(shape, box, scale, narrow))
          .ifPresent(path -> pieces.add(new Piece(sheet, path, fill)));
    }
    var steps = new ArrayList<Double>();
    for (int i = 0; values.getCount() > 0 && i <= FILLS; i++) {
      steps.add(values.getMin() + i * (values.getMax() - values.getMin()) / FILLS);
    }
    return Optional.of(
        new EqualityMap(
            (int) Math.ceil(box.getHeight() * scale) + 2 * MARGIN,
            pieces,
            steps,
            sheets.stream().anyMatch(sheet -> !sheet.area().officialOutline())));
  }

  private static int fill(double value, double least, double most) {
    return most == least
        ? 1
        : Math.min(FILLS, 1 + (int) ((value - least) / (most - least) * FILLS));
  }

  private static String path(Geometry shape, Envelope box, double scale, double narrow) {
    var simple = DouglasPeuckerSimplifier.simplify(shape, TOLERANCE_px / scale);
    double spare = (WIDTH / (scale * narrow) - box.getWidth()) / 2;
    var path = new StringBuilder();
    for (int i = 0; i < simple.getNumGeometries(); i++) {
      if (simple.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        var ring = polygon.getExteriorRing().getCoordinates();
        for (int j = 0; j < ring.length - 1; j++) {
          path.append(j == 0 ? 'M' : 'L').append(point(ring[j], box, scale, narrow, spare));
        }
        path.append('z');
      }
    }
    return path.toString();
  }

  private static String point(
      Coordinate at, Envelope box, double scale, double narrow, double spare) {
    long x = Math.round((at.x - box.getMinX() + spare) * scale * narrow);
    long y = Math.round((box.getMaxY() - at.y) * scale) + MARGIN;
    return x + " " + y;
  }
}
