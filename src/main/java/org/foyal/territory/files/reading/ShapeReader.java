package org.foyal.territory.files.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the geometry of one feature, up to a number of points, and leaves the parser behind it in
/// every case.
final class ShapeReader {
  /// The longest coastline of a commune has some 20,000.
  private static final int MOST_POINTS = 200_000;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final JsonParser json;
  private int points;

  ShapeReader(JsonParser json) {
    this.json = json;
  }

  /// Either a point, or the pieces of something larger.
  private sealed interface Piece {
    record Point(Coordinate at) implements Piece {}

    record Many(List<Piece> pieces) implements Piece {}
  }

  @Nullable Geometry read() throws RowRefused {
    var type = "";
    Piece piece = null;
    RowRefused refused = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        type = json.getString();
      } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
        piece = piece(1);
        if (piece == null) {
          refused =
              points > MOST_POINTS
                  ? new RowRefused(Reason.TOO_MANY_POINTS, Integer.toString(MOST_POINTS))
                  : new RowRefused(Reason.WRONG_GEOMETRY, type);
        }
      } else {
        json.skipChildren();
      }
    }
    if (refused != null) {
      throw refused;
    }
    return piece == null ? null : shape(type, piece);
  }

  /// The array that was just opened; nothing when it is not made of points.
  private @Nullable Piece piece(int depth) {
    var pieces = new ArrayList<Piece>();
    var numbers = new double[2];
    int count = 0;
    boolean good = depth <= 4;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken().isNumeric()) {
        if (count < 2) {
          numbers[count] = json.getDoubleValue();
        }
        count++;
      } else if (json.currentToken() == JsonToken.START_ARRAY && good && points <= MOST_POINTS) {
        var inner = piece(depth + 1);
        good = inner != null;
        if (inner != null) {
          pieces.add(inner);
        }
      } else {
        good = false;
        json.skipChildren();
      }
    }
    points += count > 0 ? 1 : 0;
    if (!good || points > MOST_POINTS || count == 1 || (count > 0 && !pieces.isEmpty())) {
      return null;
    }
    return count > 1
        ? new Piece.Point(new Coordinate(numbers[0], numbers[1]))
        : new Piece.Many(pieces);
  }

  private static Geometry shape(String type, Piece piece) throws RowRefused {
    return switch (type) {
      case "Point" -> SHAPES.createPoint(point(piece, type));
      case "LineString" -> line(piece, type);
      case "MultiLineString" -> {
        var lines = new ArrayList<org.locationtech.jts.geom.LineString>();
        for (var part : many(piece, type)) {
          lines.add(line(part, type));
        }
        yield SHAPES.createMultiLineString(
            lines.toArray(org.locationtech.jts.geom.LineString[]::new));
      }
      case "Polygon" -> polygon(piece, type);
      case "MultiPolygon" -> {
        var polygons = new ArrayList<Polygon>();
        for (var part : many(piece, type)) {
          polygons.add(polygon(part, type));
        }
        yield SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default -> throw new RowRefused(Reason.WRONG_GEOMETRY, type);
    };
  }

  private static org.locationtech.jts.geom.LineString line(Piece piece, String type)
      throws RowRefused {
    var points = points(piece, type);
    if (points.length < 2) {
      throw new RowRefused(Reason.WRONG_GEOMETRY, type);
    }
    return SHAPES.createLineString(points);
  }

  private static Polygon polygon(Piece piece, String type) throws RowRefused {
    var rings = new ArrayList<LinearRing>();
    for (var part : many(piece, type)) {
      rings.add(ring(part, type));
    }
    if (rings.isEmpty()) {
      throw new RowRefused(Reason.WRONG_GEOMETRY, type);
    }
    var shell = rings.removeFirst();
    return SHAPES.createPolygon(shell, rings.toArray(LinearRing[]::new));
  }

  private static LinearRing ring(Piece piece, String type) throws RowRefused {
    var points = points(piece, type);
    if (points.length < 4 || !points[0].equals2D(points[points.length - 1])) {
      throw new RowRefused(
          Reason.BROKEN_RING, points.length == 0 ? "" : points[0].y + ", " + points[0].x);
    }
    return SHAPES.createLinearRing(points);
  }

  private static Coordinate[] points(Piece piece, String type) throws RowRefused {
    var points = new ArrayList<Coordinate>();
    for (var part : many(piece, type)) {
      points.add(point(part, type));
    }
    return points.toArray(Coordinate[]::new);
  }

  private static Coordinate point(Piece piece, String type) throws RowRefused {
    return switch (piece) {
      case Piece.Point(var at) -> at;
      case Piece.Many _ -> throw new RowRefused(Reason.WRONG_GEOMETRY, type);
    };
  }

  private static List<Piece> many(Piece piece, String type) throws RowRefused {
    return switch (piece) {
      case Piece.Point _ -> throw new RowRefused(Reason.WRONG_GEOMETRY, type);
      case Piece.Many(var pieces) -> pieces;
    };
  }
}
