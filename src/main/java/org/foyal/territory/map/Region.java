package org.foyal.territory.map;

import java.util.List;
import org.foyal.kernel.Position;
import org.locationtech.jts.geom.Envelope;

/// A rectangle of the map to draw: where it begins in pixels of its zoom, its size in pixels of the
/// page, and how many pixels of the screen each of these has.
record Region(Look look, int zoom, int x_px, int y_px, int width_px, int height_px, int scale) {
  /// A view's centre lies on a grid of so many pixels, so that few views are ever drawn.
  static final int STEP_px = 64;

  static final int VIEW_WIDTH_px = 960;
  static final int VIEW_HEIGHT_px = 768;
  static final int FIRST_ZOOM = 9;
  static final int LAST_ZOOM = Widths.LAST_ZOOM;

  static Region tile(Look look, int zoom, int x, int y, int scale) {
    int side = Mercator.TILE_px;
    return new Region(look, zoom, x * side, y * side, side, side, scale);
  }

  /// What the page without scripts shows around a centre.
  static Region view(Look look, int zoom, int x_px, int y_px, int scale) {
    return new Region(
        look,
        zoom,
        x_px - VIEW_WIDTH_px / 2,
        y_px - VIEW_HEIGHT_px / 2,
        VIEW_WIDTH_px,
        VIEW_HEIGHT_px,
        scale);
  }

  /// The same piece of land for a narrow screen: one zoom further out, names twice as large.
  static Region narrow(Look look, int zoom, int x_px, int y_px) {
    return new Region(
        look,
        zoom - 1,
        x_px / 2 - VIEW_WIDTH_px / 4,
        y_px / 2 - VIEW_HEIGHT_px / 4,
        VIEW_WIDTH_px / 2,
        VIEW_HEIGHT_px / 2,
        2);
  }

  /// What the first reader of the map sees: all of home, on a wide and on a narrow screen, by day
  /// and by night.
  static List<Region> opening(Layers layers) {
    var home = layers.home();
    if (home.isNull()) {
      return List.of();
    }
    int zoom = zoomFor(home);
    var centre = snapped(Layers.middle(home), zoom);
    int x = onGrid(Mercator.x_px(centre.longitude_deg(), zoom));
    int y = onGrid(Mercator.y_px(centre.latitude_deg(), zoom));
    return List.of(
        narrow(Look.LIGHT, zoom, x, y),
        view(Look.LIGHT, zoom, x, y, 1),
        narrow(Look.DARK, zoom, x, y),
        view(Look.DARK, zoom, x, y, 1));
  }

  private static int onGrid(double px) {
    return (int) Math.round(px) / STEP_px * STEP_px;
  }

  /// The nearest zoom at which a rectangle fits into a view. A little may be cut: a city rarely
  /// fills the corners of the rectangle around it.
  static int zoomFor(Envelope home) {
    int zoom = LAST_ZOOM;
    while (zoom > FIRST_ZOOM && !fits(home, zoom)) {
      zoom--;
    }
    return zoom;
  }

  private static boolean fits(Envelope home, int zoom) {
    double wide = Mercator.x_px(home.getMaxX(), zoom) - Mercator.x_px(home.getMinX(), zoom);
    double high = Mercator.y_px(home.getMinY(), zoom) - Mercator.y_px(home.getMaxY(), zoom);
    return wide <= VIEW_WIDTH_px * 1.1 && high <= VIEW_HEIGHT_px * 1.1;
  }

  /// The point of the grid of views next to a point.
  static Position snapped(Position wanted, int zoom) {
    double step = STEP_px;
    return Mercator.at(
        Math.rint(Mercator.x_px(wanted.longitude_deg(), zoom) / step) * step,
        Math.rint(Mercator.y_px(wanted.latitude_deg(), zoom) / step) * step,
        zoom);
  }
}
