package org.foyal.territory.map;

import java.util.Locale;
import org.foyal.territory.map.Look.Tint;
import org.locationtech.jts.geom.LineString;

/// A piece of road as the map draws it.
///
/// @param source the import that brought it
/// @param name empty where it has none
/// @param line WGS 84, longitude first
record Road(
    long source, Rank rank, Structure structure, String name, double length_m, LineString line) {

  /// How important a road is, least first: the order in which they are painted.
  enum Rank {
    MINOR(Tint.MINOR, Tint.MINOR_CASING),
    MAJOR(Tint.MAJOR, Tint.MAJOR_CASING),
    HIGHWAY(Tint.HIGHWAY, Tint.HIGHWAY_CASING);

    private final Tint fill;
    private final Tint casing;

    Rank(Tint fill, Tint casing) {
      this.fill = fill;
      this.casing = casing;
    }

    Tint fill() {
      return fill;
    }

    Tint casing() {
      return casing;
    }

    /// The word of the table and of the GeoJSON.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it runs on the ground.
  enum Structure {
    TUNNEL,
    NORMAL,
    BRIDGE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
