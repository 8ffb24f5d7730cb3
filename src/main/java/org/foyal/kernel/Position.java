package org.foyal.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/// A point on the earth in WGS 84 (EPSG:4326), always valid: a bad pair never becomes one.
///
/// @param latitude_deg degrees north of the equator, -90 to 90
/// @param longitude_deg degrees east of Greenwich, -180 to 180
public record Position(double latitude_deg, double longitude_deg) {
  /// Refuses a pair that is not on the earth, NaN included.
  ///
  /// @throws IllegalArgumentException when out of range
  public Position {
    if (!(Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 180)) {
      throw new IllegalArgumentException("no such point: " + latitude_deg + ", " + longitude_deg);
    }
  }

  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");

  /// Reads two numbers of degrees as an address or a form carries them; empty when they are none.
  public static Optional<Position> read(String latitude, String longitude) {
    if (!DEGREES.matcher(latitude).matches() || !DEGREES.matcher(longitude).matches()) {
      return Optional.empty();
    }
    double latitude_deg = Double.parseDouble(latitude);
    double longitude_deg = Double.parseDouble(longitude);
    return Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 180
        ? Optional.of(new Position(latitude_deg, longitude_deg))
        : Optional.empty();
  }

  /// Mean radius of the earth in metres (IUGG).
  private static final double EARTH_RADIUS_m = 6_371_008.8;

  /// Metres of one degree of latitude; one of longitude is shorter by the cosine of the latitude.
  public static final double DEGREE_m = Math.toRadians(1) * EARTH_RADIUS_m;

  /// The great-circle distance to another point in metres (haversine formula, ± 0.5 %).
  public double distanceTo_m(Position other) {
    double phi1 = Math.toRadians(latitude_deg);
    double phi2 = Math.toRadians(other.latitude_deg);
    double dPhi = Math.sin((phi2 - phi1) / 2);
    double dLambda = Math.sin(Math.toRadians(other.longitude_deg - longitude_deg) / 2);
    double h = dPhi * dPhi + Math.cos(phi1) * Math.cos(phi2) * dLambda * dLambda;
    return 2 * EARTH_RADIUS_m * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
