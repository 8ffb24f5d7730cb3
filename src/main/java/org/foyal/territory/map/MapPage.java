package org.foyal.territory.map;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
  private final Maps maps;

  MapPage(Maps maps) {
    this.maps = maps;
  }

  /// What the page shows.
  ///
  /// @param chosen the area that was asked for and stands out
  record View(Still still, List<Shape> shapes, List<Area> areas, @Nullable Area chosen) {}

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
    var still =
        Still.of(
            layers,
            home,
            new Still.Wish(lat, lon, z),
            chosen.map(found -> "&area=" + found.area().code()).orElse(""),
            "");
    var view =
        new View(
            still,
            shapes(layers, still),
            byName(layers),
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

  private static List<Shape> shapes(Layers layers, Still still) {
    var frame = new Envelope(0, Still.WIDTH_px, 0, Still.HEIGHT_px);
    var shapes = new ArrayList<Shape>();
    for (var area : layers.areas()) {
      var path = new StringBuilder();
      var shape = Projected.of(area.outline(), still);
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

  /// Outlines in the pixels of a picture, as SVG writes them.
  private static final class Projected {
    private Projected() {}

    /// A copy of an outline, counted in pixels of a picture from its corner.
    static Geometry of(Geometry degrees, Still still) {
      var copy = degrees.copy();
      copy.apply(
          new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
              double x = Mercator.x_px(points.getX(i), still.zoom()) - still.left_px();
              double y = Mercator.y_px(points.getY(i), still.zoom()) - still.top_px();
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
