package org.foyal.territory.areas;

import java.util.Optional;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;

/// What can come of reading a pair of coordinates that a stranger sent.
sealed interface Point {
  /// A point on the earth.
  record Read(Position where) implements Point {}

  /// Not a point; `why` is `missing`, `unreadable`, `swapped`, `metres` or `beyond`.
  record Unreadable(String why) implements Point {}

  /// Beyond this, a number can't be degrees at all: it is metres of some projection.
  double LARGEST_TURN_deg = 360;

  /// A coordinate of more letters is not one.
  int LONGEST = 40;

  static Point read(@Nullable String lat, @Nullable String lon) {
    if (lat == null || lon == null || lat.isBlank() || lon.isBlank()) {
      return new Unreadable("missing");
    }
    if (lat.length() > LONGEST || lon.length() > LONGEST) {
      return new Unreadable("unreadable");
    }
    try {
      return of(Double.parseDouble(lat), Double.parseDouble(lon));
    } catch (NumberFormatException _) {
      return new Unreadable("unreadable");
    }
  }

  private static Point of(double latitude_deg, double longitude_deg) {
    if (!Double.isFinite(latitude_deg) || !Double.isFinite(longitude_deg)) {
      return new Unreadable("unreadable");
    }
    if (Math.max(Math.abs(latitude_deg), Math.abs(longitude_deg)) > LARGEST_TURN_deg) {
      return new Unreadable("metres");
    }
    if (Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 180) {
      return new Read(new Position(latitude_deg, longitude_deg));
    }
    return new Unreadable(
        Math.abs(longitude_deg) <= 90 && Math.abs(latitude_deg) <= 180 ? "swapped" : "beyond");
  }

  /// The same numbers the other way round, if that too is a point on the earth.
  static Optional<Position> turned(Position where) {
    return Math.abs(where.longitude_deg()) <= 90
        ? Optional.of(new Position(where.longitude_deg(), where.latitude_deg()))
        : Optional.empty();
  }
}
