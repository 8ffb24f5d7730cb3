package org.foyal.territory.map;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// A piece of the map as a picture that the server draws: what a page needs to show it, to move it
/// by links, and to lay points over it.
///
/// @param picture the end of the picture's address, from the zoom on
/// @param version changes whenever the picture does
/// @param moves the links that move the map: what follows the address, by the key of its words
/// @param bounds the rectangle in which one may move: south, west, north, east
/// @param home the rectangle that is shown without a wish for another
/// @param derived whether some outlines are derived, so that it must be said
/// @param empty whether nothing was imported yet
public record Still(
    int zoom,
    Position centre,
    String picture,
    long version,
    Map<String, String> moves,
    String bounds,
    String home,
    boolean derived,
    boolean empty) {
  /// How wide and high the picture is, in pixels; narrow screens show the same land smaller.
  public static final int WIDTH_px = Region.VIEW_WIDTH_px;

  /// See [#WIDTH_px].
  public static final int HEIGHT_px = Region.VIEW_HEIGHT_px;

  private static final int PAN_px = 5 * Region.STEP_px;

  /// A point of the picture, from its upper left corner.
  public record Point(double x_px, double y_px) {
    /// Whether it lies on the picture.
    public boolean seen() {
      return x_px >= 0 && x_px <= WIDTH_px && y_px >= 0 && y_px <= HEIGHT_px;
    }
  }

  /// How wide a picture stands on a page that can be touched, in CSS pixels; browsers count a touch
  /// in these.
  public static final int SHOWN_px = 320;

  /// How high it stands then.
  public static final int SHOWN_HIGH_px = SHOWN_px * HEIGHT_px / WIDTH_px;

  /// A touch of a picture that is a button, as browsers send it without scripts.
  ///
  /// @param middle whatever it is, its middle is meant
  public record Touch(@Nullable String x, @Nullable String y, @Nullable String middle) {
    private static double pixels(@Nullable String text) {
      return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }
  }

  /// Where it was touched, if it was. A keyboard presses it without a place, which comes as 0, 0:
  /// the middle is meant.
  public Optional<Position> touched(Touch touch) {
    double across = Touch.pixels(touch.x());
    double down = Touch.pixels(touch.y());
    if (touch.middle() != null || (across == 0 && down == 0)) {
      return Optional.of(centre);
    }
    double scale = (double) WIDTH_px / SHOWN_px;
    var point = new Point(across * scale, down * scale);
    return point.seen() ? Optional.of(at(point)) : Optional.empty();
  }

  /// What somebody wishes to see, as the address has it; what can't be read is no wish.
  public record Wish(@Nullable String lat, @Nullable String lon, @Nullable String z) {}

  /// The picture that answers a wish.
  ///
  /// @param home what is shown without one
  /// @param kept what the links that move keep, for example `&category=trottoir`
  /// @param whole what follows the address of all of it
  static Still of(Layers layers, Envelope home, Wish wish, String kept, String whole) {
    int zoom = zoom(wish.z(), home);
    var centre = Region.snapped(centre(wish, layers.extent(), home), zoom);
    int x = (int) Math.round(Mercator.x_px(centre.longitude_deg(), zoom));
    int y = (int) Math.round(Mercator.y_px(centre.latitude_deg(), zoom));
    return new Still(
        zoom,
        centre,
        zoom + "/" + x / Region.STEP_px + "/" + y / Region.STEP_px,
        layers.version(),
        moves(x, y, zoom, kept, whole),
        edges(layers.extent(), 0.1),
        edges(home, 0),
        layers.derived(),
        layers.extent().isNull());
  }

  /// Where a place stands on the picture, or beside it.
  public Point point(Position at) {
    return new Point(
        Mercator.x_px(at.longitude_deg(), zoom) - left_px(),
        Mercator.y_px(at.latitude_deg(), zoom) - top_px());
  }

  /// The place that a point of the picture shows.
  public Position at(Point point) {
    return Mercator.at(left_px() + point.x_px(), top_px() + point.y_px(), zoom);
  }

  /// What follows the address of a nearer look at a place.
  public String nearer(Position at) {
    int closer = Math.min(zoom + 2, Region.LAST_ZOOM);
    return query(
        Mercator.x_px(at.longitude_deg(), closer),
        Mercator.y_px(at.latitude_deg(), closer),
        closer);
  }

  /// Whether it can't be seen from any nearer.
  public boolean nearest() {
    return zoom >= Region.LAST_ZOOM;
  }

  double left_px() {
    return Math.rint(Mercator.x_px(centre.longitude_deg(), zoom)) - WIDTH_px / 2.0;
  }

  double top_px() {
    return Math.rint(Mercator.y_px(centre.latitude_deg(), zoom)) - HEIGHT_px / 2.0;
  }

  private static int zoom(@Nullable String z, Envelope home) {
    if (z != null && z.matches("\\d{1,2}")) {
      return Math.clamp(Integer.parseInt(z), Region.FIRST_ZOOM, Region.LAST_ZOOM);
    }
    return Region.zoomFor(home);
  }

  private static Position centre(Wish wish, Envelope extent, Envelope home) {
    var middle = Layers.middle(home);
    if (extent.isNull()) {
      return middle;
    }
    return new Position(
        Math.clamp(number(wish.lat(), middle.latitude_deg()), extent.getMinY(), extent.getMaxY()),
        Math.clamp(number(wish.lon(), middle.longitude_deg()), extent.getMinX(), extent.getMaxX()));
  }

  private static double number(@Nullable String text, double otherwise) {
    return text != null && text.matches("-?\\d{1,3}(\\.\\d{1,12})?")
        ? Double.parseDouble(text)
        : otherwise;
  }

  private static Map<String, String> moves(int x, int y, int zoom, String kept, String whole) {
    var moves = new LinkedHashMap<String, String>();
    if (zoom < Region.LAST_ZOOM) {
      moves.put("map.in", query(2.0 * x, 2.0 * y, zoom + 1) + kept);
    }
    if (zoom > Region.FIRST_ZOOM) {
      moves.put("map.out", query(x / 2.0, y / 2.0, zoom - 1) + kept);
    }
    moves.put("map.north", query(x, y - PAN_px, zoom) + kept);
    moves.put("map.west", query(x - PAN_px, y, zoom) + kept);
    moves.put("map.east", query(x + PAN_px, y, zoom) + kept);
    moves.put("map.south", query(x, y + PAN_px, zoom) + kept);
    moves.put("map.whole", whole);
    return moves;
  }

  private static String query(double x_px, double y_px, int zoom) {
    var at = Mercator.at(x_px, y_px, zoom);
    return String.format(
        Locale.ROOT, "?lat=%.5f&lon=%.5f&z=%d", at.latitude_deg(), at.longitude_deg(), zoom);
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
}
