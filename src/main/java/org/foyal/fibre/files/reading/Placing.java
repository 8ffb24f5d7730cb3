package org.foyal.fibre.files.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/// Turns the coordinates of a file into points of the city.
///
/// A point is taken by the projection that the file names, or that whoever brings it has stated,
/// and by no other. Where it lies outside the city's box by that one and inside by another, the row
/// is refused and the other is named: two datums of one island lie 422 m apart, and points at the
/// city's edge tell them from each other. For one import, by one thread.
final class Placing {
  /// Some 100 m: piers, and outlines that are simplified.
  private static final double MARGIN_deg = 0.001;

  /// A cabinet may stand in the next commune.
  private static final double NEIGHBOURHOOD_deg = 0.05;

  private static final List<Projection> LIKELY =
      List.of(
          Projection.RGAF09,
          Projection.FORT_DESAIX,
          Projection.WEB,
          Projection.DEGREES,
          Projection.LAMBERT_93);

  private final CRSFactory crs = new CRSFactory();
  private final Map<Projection, CoordinateTransform> transforms = new EnumMap<>(Projection.class);
  private final Envelope city;
  private final Optional<Projection> stated;

  /// @param city the box around its outline, in degrees; empty: not known, and nothing is tried
  /// @param stated the projection that counts whatever the file says
  Placing(Envelope city, Optional<Projection> stated) {
    this.city = new Envelope(city);
    this.city.expandBy(MARGIN_deg);
    this.stated = stated;
  }

  /// The point of a building; nothing where the file tells none.
  @Nullable Position building(String label, @Nullable Double x, @Nullable Double y)
      throws NotTaken {
    return place(label, x, y, city);
  }

  /// Whether a point of a projection lies outside the city by any reading of it: of a file that
  /// does not say its communes, such a row is another city's.
  boolean isOutside(Projection projection, @Nullable Double x, @Nullable Double y) {
    return x != null
        && y != null
        && !city.isNull()
        && !isIn(city, projection, x, y)
        && !isIn(city, projection, y, x)
        && LIKELY.stream().noneMatch(other -> isIn(city, other, x, y));
  }

  /// The point of a cabinet, which may stand a little outside the city.
  @Nullable Position cabinet(String label, @Nullable Double x, @Nullable Double y) throws NotTaken {
    var around = new Envelope(city);
    around.expandBy(NEIGHBOURHOOD_deg);
    return place(label, x, y, around);
  }

  private @Nullable Position place(
      String label, @Nullable Double x, @Nullable Double y, Envelope box) throws NotTaken {
    if (x == null && y == null) {
      return null;
    }
    if (x == null || y == null) {
      throw new NotTaken(Why.HALF_A_POINT);
    }
    var projection = stated.isPresent() ? stated.get() : projection(label);
    var point = point(projection, x, y);
    if (point.isPresent() && (city.isNull() || contains(box, point.get()))) {
      return point.get();
    }
    var written = x + " " + y;
    if (isIn(box, projection, y, x)) {
      throw new NotTaken(Why.SWAPPED, written);
    }
    for (var other : LIKELY) {
      if (other != projection && isIn(box, other, x, y)) {
        throw new NotTaken(Why.WRONG_DATUM, written, projection.epsg(), other.epsg());
      }
    }
    throw new NotTaken(Why.OUTSIDE, written, projection.epsg());
  }

  private static Projection projection(String label) throws NotTaken {
    var named = Projection.find(label);
    if (named.isEmpty()) {
      throw new NotTaken(
          Projection.ambiguous(label) ? Why.AMBIGUOUS_PROJECTION : Why.UNKNOWN_PROJECTION, label);
    }
    return named.get();
  }

  private boolean isIn(Envelope box, Projection projection, double x, double y) {
    return point(projection, x, y).filter(point -> contains(box, point)).isPresent();
  }

  private static boolean contains(Envelope box, Position point) {
    return box.contains(point.longitude_deg(), point.latitude_deg());
  }

  /// To the tenth of a millimetre, so that the same file gives the same numbers on every machine.
  private Optional<Position> point(Projection projection, double x, double y) {
    var out = new ProjCoordinate();
    try {
      transforms
          .computeIfAbsent(projection, this::transform)
          .transform(new ProjCoordinate(x, y), out);
    } catch (Proj4jException outOfItsRange) {
      return Optional.empty();
    }
    double lat = Math.rint(out.y * 1e9) / 1e9;
    double lon = Math.rint(out.x * 1e9) / 1e9;
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? Optional.of(new Position(lat, lon))
        : Optional.empty();
  }

  private CoordinateTransform transform(Projection projection) {
    return new CoordinateTransformFactory()
        .createTransform(
            crs.createFromName(projection.epsg()), crs.createFromName(Projection.DEGREES.epsg()));
  }
}
