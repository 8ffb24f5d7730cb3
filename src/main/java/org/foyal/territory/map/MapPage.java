package org.foyal.territory.map;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to the map: a picture drawn by the server, moved by links, and beside it the list
/// of what it shows. Scripts only turn the picture into a map that moves under the finger.
@Controller
class MapPage {
  private static final int WIDTH_px = Region.VIEW_WIDTH_px;
  private static final int HEIGHT_px = Region.VIEW_HEIGHT_px;
  private static final int PAN_px = 5 * Region.STEP_px;

  private final Maps maps;

  MapPage(Maps maps) {
    this.maps = maps;
  }

  /// What the page shows.
  ///
  /// @param picture the end of the picture's address, from the zoom on
  /// @param moves the links that move the map: key of the words, address
  /// @param empty whether nothing was imported yet
  /// @param bounds the rectangle in which one may move: south, west, north, east
  /// @param home the rectangle that is shown without a wish for another
  /// @param chosen the area that was asked for and stands out
  record View(
      int zoom,
      Position centre,
      String picture,
      long version,
      List<Move> moves,
      List<Shape> shapes,
      List<Area> areas,
      boolean derived,
      boolean empty,
      String bounds,
      String home,
      @Nullable Area chosen) {}

  /// A link that shows another piece of land.
  record Move(String words, String query) {}

  /// A neighbourhood that can be chosen on the picture.
  record Shape(Area area, String path) {}

  @GetMapping("/map")
  ModelAndView show(
      @RequestParam(required = false) @Nullable String lat,
      @RequestParam(required = false) @Nullable String lon,
      @RequestParam(required = false) @Nullable String z,
      @RequestParam(required = false) @Nullable String area) {
    var layers = maps.layers();
    var chosen = layers.find(area);
    var home = chosen.map(MapPage::around).orElseGet(layers::home);
    int zoom = zoom(z, home);
    var centre = Region.snapped(centre(lat, lon, layers.extent(), home), zoom);
    int x = (int) Math.round(Mercator.x_px(centre.longitude_deg(), zoom));
    int y = (int) Math.round(Mercator.y_px(centre.latitude_deg(), zoom));
    var view =
        new View(
            zoom,
            centre,
            zoom + "/" + x / Region.STEP_px + "/" + y / Region.STEP_px,
            layers.version(),
            moves(x, y, zoom, chosen.map(found -> "&area=" + found.area().code()).orElse("")),
            shapes(layers, x - WIDTH_px / 2.0, y - HEIGHT_px / 2.0, zoom),
            byName(layers),
            layers.derived(),
            layers.extent().isNull(),
            edges(layers.extent(), 0.1),
            edges(home, 0),
            chosen.map(Layers.Outlined::area).orElse(null));
    return new ModelAndView("territory/map/map").addObject("view", view);
  }

  /// As a reader looks them up, accents and capitals aside.
  private static List<Area> byName(Layers layers) {
    return layers.areas().stream()
        .map(Layers.Outlined::area)
        .sorted(Comparator.comparing(Area::name, Collator.getInstance(Locale.FRENCH)))
        .toList();
  }

  /// The rectangle of an area with a little of its surroundings.
  private static Envelope around(Layers.Outlined area) {
    var box = new Envelope(area.outline().getEnvelopeInternal());
    box.expandBy(box.getWidth() * .2, box.getHeight() * .2);
    return box;
  }

  /// Where a wish can't be read, all of what is at home on this page is shown.
  private static int zoom(@Nullable String z, Envelope home) {
    if (z != null && z.matches("\\d{1,2}")) {
      return Math.clamp(Integer.parseInt(z), Region.FIRST_ZOOM, Region.LAST_ZOOM);
    }
    return Region.zoomFor(home);
  }

  private static Position centre(
      @Nullable String lat, @Nullable String lon, Envelope extent, Envelope home) {
    var middle = Layers.middle(home);
    if (extent.isNull()) {
      return middle;
    }
    return new Position(
        Math.clamp(number(lat, middle.latitude_deg()), extent.getMinY(), extent.getMaxY()),
        Math.clamp(number(lon, middle.longitude_deg()), extent.getMinX(), extent.getMaxX()));
  }

  private static double number(@Nullable String text, double otherwise) {
    return text != null && text.matches("-?\\d{1,3}(\\.\\d{1,12})?")
        ? Double.parseDouble(text)
        : otherwise;
  }

  private static List<Move> moves(int x, int y, int zoom, String kept) {
    var moves = new ArrayList<Move>();
    if (zoom < Region.LAST_ZOOM) {
      moves.add(new Move("map.in", query(2.0 * x, 2.0 * y, zoom + 1) + kept));
    }
    if (zoom > Region.FIRST_ZOOM) {
      moves.add(new Move("map.out", query(x / 2.0, y / 2.0, zoom - 1) + kept));
    }
    moves.add(new Move("map.north", query(x, y - PAN_px, zoom) + kept));
    moves.add(new Move("map.west", query(x - PAN_px, y, zoom) + kept));
    moves.add(new Move("map.east", query(x + PAN_px, y, zoom) + kept));
    moves.add(new Move("map.south", query(x, y + PAN_px, zoom) + kept));
    moves.add(new Move("map.whole", ""));
    return moves;
  }

  private static String query(double x_px, double y_px, int zoom) {
    var at = Mercator.at(x_px, y_px, zoom);
    return String.format(
        Locale.ROOT, "?lat=%.5f&lon=%.5f&z=%d", at.latitude_deg(), at.longitude_deg(), zoom);
  }

  private static List<Shape> shapes(Layers layers, double left, double top, int zoom) {
    var frame = new Envelope(0, WIDTH_px, 0, HEIGHT_px);
    var shapes = new ArrayList<Shape>();
    for (var area : layers.areas()) {
      var path = new StringBuilder();
      var shape = Projected.of(area.outline(), left, top, zoom);
      if (shape.getEnvelopeInternal().intersects(frame)) {
        shape = DouglasPeuckerSimplifier.simplify(shape, 1.5);
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          if (shape.getGeometryN(i) instanceof Polygon polygon) {
            Projected.append(path, polygon.getExteriorRing());
          }
        }
      }
      if (!path.isEmpty()) {
        shapes.add(new Shape(area.area(), path.toString()));
      }
    }
    return shapes;
  }

  /// South, west, north and east of a rectangle, with a margin.
  private static String edges(Envelope of, double margin_deg) {
    return of.isNull()
        ? ""
        : String.format(
            Locale.ROOT,
            "%.4f,%.4f,%.4f,%.4f",
            of.getMinY() - margin_deg,
            of.getMinX() - margin_deg,
            of.getMaxY() + margin_deg,
            of.getMaxX() + margin_deg);
  }

  /// Outlines in the pixels of a picture, as SVG writes them.
  private static final class Projected {
    private Projected() {}

    /// A copy of an outline, counted in pixels of a zoom from a corner.
    static Geometry of(Geometry degrees, double left_px, double top_px, int zoom) {
      var copy = degrees.copy();
      copy.apply(
          new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
              double x = Mercator.x_px(points.getX(i), zoom) - left_px;
              double y = Mercator.y_px(points.getY(i), zoom) - top_px;
              points.setOrdinate(i, CoordinateSequence.X, x);
              points.setOrdinate(i, CoordinateSequence.Y, y);
            }

            @Override
            public boolean isDone() {
              return false;
            }

            @Override
            public boolean isGeometryChanged() {
              return true;
            }
          });
      return copy;
    }

    /// A ring as a closed path of whole pixels, each point told from the one before.
    static void append(StringBuilder path, LineString ring) {
      long x = Math.round(ring.getCoordinateN(0).x);
      long y = Math.round(ring.getCoordinateN(0).y);
      path.append('M').append(x).append(' ').append(y).append('l');
      for (int i = 1; i < ring.getNumPoints() - 1; i++) {
        long nextX = Math.round(ring.getCoordinateN(i).x);
        long nextY = Math.round(ring.getCoordinateN(i).y);
        if (nextX != x || nextY != y) {
          path.append(nextX - x).append(' ').append(nextY - y).append(' ');
          x = nextX;
          y = nextY;
        }
      }
      path.append('z');
    }
  }
}
