package org.foyal.things.editing;

import java.util.Set;
import org.foyal.things.ledger.NotTaken;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;

/// The box around a shape of GeoJSON (RFC 7946), which an index finds it by.
final class Outline {
  private static final Set<String> ENCODINGS =
      Set.of("application/geo+json", "application/vnd.geo+json");

  private Outline() {}

  /// The box as PostgreSQL writes it; none where the encoding is another.
  ///
  /// @param name the property that holds the shape
  /// @throws NotTaken where it is said to be GeoJSON and is none, or lies off the globe
  static @Nullable String around(String name, @Nullable String encoding, JsonNode shape)
      throws NotTaken {
    if (encoding == null || !ENCODINGS.contains(encoding)) {
      return null;
    }
    var box = geometry(name, shape).getEnvelopeInternal();
    if (box.isNull()) {
      throw new NotTaken(name, "The shape has no coordinates.");
    }
    if (box.getMinX() < -180 || box.getMaxX() > 180 || box.getMinY() < -90 || box.getMaxY() > 90) {
      throw new NotTaken(
          name, "Coordinates are longitude, then latitude, in degrees: -180 to 180, -90 to 90.");
    }
    return "((%s,%s),(%s,%s))"
        .formatted(box.getMaxX(), box.getMaxY(), box.getMinX(), box.getMinY());
  }

  private static Geometry geometry(String name, JsonNode shape) throws NotTaken {
    var bare = "Feature".equals(shape.path("type").asString("")) ? shape.path("geometry") : shape;
    if (!bare.isObject()) {
      throw new NotTaken(
          name, "GeoJSON is an object: {\"type\": \"Point\", \"coordinates\": […]}.");
    }
    try {
      return new GeoJsonReader().read(bare.toString());
    } catch (ParseException | IllegalArgumentException | ClassCastException odd) {
      throw new NotTaken(
          name,
          "This is no GeoJSON geometry: {\"type\": \"Point\", \"coordinates\": [longitude, latitude]}.");
    }
  }
}
