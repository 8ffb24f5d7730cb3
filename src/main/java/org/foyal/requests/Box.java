package org.foyal.requests;

import org.foyal.kernel.Position;

/// A rectangle of the map, in degrees of WGS 84.
public record Box(double south_deg, double west_deg, double north_deg, double east_deg) {
  /// All the world.
  public static final Box WORLD = new Box(-90, -180, 90, 180);

  /// The rectangle between two of its corners, the north-western and the south-eastern.
  public static Box between(Position northWest, Position southEast) {
    return new Box(
        southEast.latitude_deg(),
        northWest.longitude_deg(),
        northWest.latitude_deg(),
        southEast.longitude_deg());
  }
}
