package org.foyal.territory.map;

import org.foyal.territory.map.Road.Rank;

/// How wide and how large things are at each zoom, in pixels of the page.
final class Widths {
  /// The narrow picture of the page without scripts is drawn one zoom further out.
  static final int FIRST_ZOOM = 8;

  static final int LAST_ZOOM = 18;

  // zoom                                      8    9   10   11   12   13   14   15   16   17   18
  private static final double[] HIGHWAY = {1.0, 1.3, 1.7, 2.2, 2.8, 3.8, 5.2, 7.5, 11, 15, 21};
  private static final double[] MAJOR = {0.5, 0.7, 0.9, 1.3, 1.8, 2.7, 4.0, 6.2, 9.5, 13.5, 19};
  private static final double[] MINOR = {0, 0, 0, 0, 0.5, 1.0, 2.0, 4.0, 7.0, 11, 16};
  private static final double[] CASING = {0, 0, 0, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1, 1.1};
  private static final double[] STREET_NAME = {0, 0, 0, 0, 0, 10, 10.5, 11, 12, 13, 14.5};
  private static final double[] AREA_NAME = {0, 0, 0, 0, 0, 11, 12.5, 14, 15.5, 17, 18};
  private static final double[] COMMUNE_NAME = {11, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0};
  private static final double[] PLACE_NAME = {0, 0, 0, 0, 10.5, 11, 11.5, 12, 12.5, 13, 14};

  private Widths() {}

  /// The width of a road's surface; 0 where it is not drawn.
  static double road(Rank rank, int zoom) {
    return switch (rank) {
      case HIGHWAY -> at(HIGHWAY, zoom);
      case MAJOR -> at(MAJOR, zoom);
      case MINOR -> at(MINOR, zoom);
    };
  }

  /// The width of the edge on each side of a road; 0 where it has none.
  static double casing(Rank rank, int zoom) {
    return rank == Rank.MINOR && zoom < 14 ? 0 : at(CASING, zoom);
  }

  /// The size of street names; 0 where that rank has none.
  static double streetName(Rank rank, int zoom) {
    boolean early = zoom < (rank == Rank.MINOR ? 15 : rank == Rank.MAJOR ? 14 : 13);
    return early ? 0 : at(STREET_NAME, zoom);
  }

  static double areaName(int zoom) {
    return at(AREA_NAME, zoom);
  }

  static double communeName(int zoom) {
    return at(COMMUNE_NAME, zoom);
  }

  static double placeName(int zoom) {
    return at(PLACE_NAME, zoom);
  }

  private static double at(double[] byZoom, int zoom) {
    return byZoom[Math.clamp(zoom, FIRST_ZOOM, LAST_ZOOM) - FIRST_ZOOM];
  }
}
