package org.foyal.territory.map;

import java.util.ArrayList;
import java.util.List;

/// `bench/tiles.sh`: how many tiles a second are drawn, and how many bytes each weighs, by zoom.
final class TilesBench {
  private static final int AROUND = 4;

  private TilesBench() {}

  /// Prints, for each zoom: preparing it, drawing one tile cold and warm, bytes; one thread.
  public static void main(String... none) {
    var letters = Typeface.Weights.read();
    var painter = new Painter(letters);
    long begun = System.nanoTime();
    var city = RealCity.layers();
    System.out.printf("reading and joining the layers: %.0f ms%n", since_ms(begun));
    System.out.println(
        "zoom prepare_ms first_ms tiles_per_s(1x) tiles_per_s(2x) bytes_p50 bytes_max");
    for (int zoom = Region.FIRST_ZOOM; zoom <= Region.LAST_ZOOM; zoom++) {
      begun = System.nanoTime();
      var level = new ZoomLevel(city, zoom, letters);
      double prepare_ms = since_ms(begun);
      begun = System.nanoTime();
      painter.paint(level, tile(zoom, 0, 0, 1));
      double first_ms = since_ms(begun);
      var sizes = new ArrayList<Integer>();
      double one = perSecond(painter, level, 1, sizes);
      double two = perSecond(painter, level, 2, new ArrayList<>());
      sizes.sort(null);
      System.out.printf(
          "%4d %10.0f %8.0f %15.0f %15.0f %9d %9d%n",
          zoom, prepare_ms, first_ms, one, two, sizes.get(sizes.size() / 2), sizes.getLast());
    }
  }

  private static double perSecond(
      Painter painter, ZoomLevel level, int scale, List<Integer> sizes) {
    long begun = System.nanoTime();
    int drawn = 0;
    for (int dx = -AROUND; dx <= AROUND; dx++) {
      for (int dy = -AROUND; dy <= AROUND; dy++) {
        sizes.add(painter.paint(level, tile(level.zoom(), dx, dy, scale)).length);
        drawn++;
      }
    }
    return drawn / (since_ms(begun) / 1000);
  }

  private static Region tile(int zoom, int dx, int dy, int scale) {
    int x = (int) (Mercator.x_px(-61.066, zoom) / 256);
    int y = (int) (Mercator.y_px(14.612, zoom) / 256);
    return Region.tile(Look.LIGHT, zoom, x + dx, y + dy, scale);
  }

  private static double since_ms(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }
}
