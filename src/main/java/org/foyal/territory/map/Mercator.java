package org.foyal.territory.map;

import org.foyal.kernel.Position;

/// The projection of web maps (EPSG:3857) in pixels: at zoom z the world is a square of 256 · 2^z,
/// counted from its north-west corner.
final class Mercator {
  /// Side of a tile in pixels of the page.
  static final int TILE_px = 256;

  private Mercator() {}

  static double size_px(int zoom) {
    return (double) TILE_px * (1L << zoom);
  }

  static double x_px(double longitude_deg, int zoom) {
    return (longitude_deg + 180) / 360 * size_px(zoom);
  }

  /// Latitudes beyond ±85.05° have no place on the square: they come out beyond its edge.
  static double y_px(double latitude_deg, int zoom) {
    double s = Math.sin(Math.toRadians(Math.clamp(latitude_deg, -89.9, 89.9)));
    return (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * size_px(zoom);
  }

  static Position at(double x_px, double y_px, int zoom) {
    double longitude_deg = x_px / size_px(zoom) * 360 - 180;
    double n = Math.PI * (1 - 2 * y_px / size_px(zoom));
    return new Position(Math.toDegrees(Math.atan(Math.sinh(n))), longitude_deg);
  }
}
