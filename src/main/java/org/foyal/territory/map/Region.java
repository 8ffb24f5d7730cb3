package org.foyal.territory.map;

/// A rectangle of the map to draw: where it begins in pixels of its zoom, its size in pixels of the
/// page, and how many pixels of the screen each of these has.
record Region(Look look, int zoom, int x_px, int y_px, int width_px, int height_px, int scale) {
  static Region tile(Look look, int zoom, int x, int y, int scale) {
    int side = Mercator.TILE_px;
    return new Region(look, zoom, x * side, y * side, side, side, scale);
  }
}
