package org.foyal.territory.files;

import java.util.List;
import java.util.Set;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/// The territory as it stands before an import: what a point or an outline is judged against.
///
/// @param communes codes of the communes that are asked for; empty: all
record Ground(Territory territory, Envelope around, Set<String> communes) {
  /// Some 10 km: islets and piers lie outside the outlines.
  private static final double MARGIN_deg = 0.1;

  static Ground of(Territory territory, Set<String> communes) {
    var around = new Envelope();
    for (var commune : territory.listAreas(Kind.COMMUNE)) {
      territory
          .outline(commune.code())
          .ifPresent(outline -> around.expandToInclude(outline.getEnvelopeInternal()));
    }
    if (!around.isNull()) {
      around.expandBy(MARGIN_deg);
    }
    return new Ground(territory, around, communes);
  }

  boolean asksFor(String commune) {
    return communes.isEmpty() || communes.contains(commune);
  }

  /// A point of the territory, refused with the likely mistake when it is none.
  Position point(double lon, double lat) throws RowRefused {
    judge(lon, lat);
    if (!around.isNull() && !around.contains(lon, lat)) {
      throw new RowRefused(Reason.OUTSIDE, written(lon, lat));
    }
    return new Position(lat, lon);
  }

  /// Refuses metres, and the two numbers in the other order.
  void judge(double lon, double lat) throws RowRefused {
    boolean onEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    boolean swappedOnEarth = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
    if (!onEarth && !swappedOnEarth) {
      throw new RowRefused(Reason.METRES, written(lon, lat));
    }
    boolean inside = onEarth && (around.isNull() || around.contains(lon, lat));
    if (!onEarth || (!inside && around.contains(lat, lon))) {
      throw new RowRefused(Reason.SWAPPED, written(lon, lat));
    }
  }

  /// To some ten centimetres, which is as near as anybody looks for a mistake.
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private static String written(double lon, double lat) {
    return "lon=%s lat=%s".formatted(Double.toString(lon), Double.toString(lat));
  }

  @Nullable String iris(Position where) {
    return territory.areaAt(where, Kind.IRIS).map(Area::code).orElse(null);
  }

  @Nullable String commune(Position where) {
    return territory.areaAt(where, Kind.COMMUNE).map(Area::code).orElse(null);
  }

  /// A line of roads, on earth and in the territory.
  Geometry line(@Nullable Geometry shape) throws RowRefused {
    var line = present(shape, List.of("LineString"));
    var first = line.getCoordinate();
    point(first.x, first.y);
    for (var at : line.getCoordinates()) {
      judge(at.x, at.y);
    }
    return line;
  }

  /// An outline that holds together, on earth.
  Geometry outline(@Nullable Geometry shape) throws RowRefused {
    var outline = present(shape, List.of("Polygon", "MultiPolygon"));
    for (var at : outline.getCoordinates()) {
      judge(at.x, at.y);
    }
    var error = new IsValidOp(outline).getValidationError();
    if (error != null) {
      Coordinate where = error.getCoordinate();
      throw new RowRefused(
          Reason.SELF_CROSSING,
          "%s, %s".formatted(rounded(where.y), rounded(where.x)),
          error.getMessage());
    }
    return outline;
  }

  private static Geometry present(@Nullable Geometry shape, List<String> types) throws RowRefused {
    if (shape == null || shape.isEmpty()) {
      throw new RowRefused(Reason.NO_GEOMETRY);
    }
    if (!types.contains(shape.getGeometryType())) {
      throw new RowRefused(
          Reason.WRONG_GEOMETRY, shape.getGeometryType(), String.join(", ", types));
    }
    return shape;
  }
}
