package org.foyal.opendata;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes rows as one GeoJSON collection (RFC 7946), the notices of the whole first.
final class GeoJsonRows implements RowWriter {
  /// Some 0.1 m: no source of ours is finer.
  private static final double STEPS_PER_DEGREE = 1e6;

  private final Dataset dataset;
  private final JsonGenerator json;
  private final String warning;

  /// @param warning told once for the file and on each feature that is not official
  GeoJsonRows(Extract extract, String warning, JsonMapper mapper, OutputStream out) {
    dataset = extract.dataset();
    this.warning = warning;
    json = mapper.createGenerator(out);
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("name", dataset.word());
    json.writeStringProperty("source", extract.sourcesInWords());
    json.writeStringProperty(
        "licence", extract.licence().map(Licence::title).orElse(extract.licencesInWords()));
    extract
        .licence()
        .ifPresent(known -> json.writeStringProperty("licence_url", known.address().toString()));
    json.writeStringProperty("modified", extract.modified().toString());
    if (extract.derived()) {
      json.writeBooleanProperty("official", false);
      json.writeStringProperty("warning", warning);
    }
    json.writeArrayPropertyStart("features");
  }

  @Override
  public void write(List<? extends @Nullable Object> values, @Nullable Geometry shape) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    var header = dataset.header();
    json.writeStringProperty("id", id(values));
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < header.size(); i++) {
      json.writePOJOProperty(header.get(i), values.get(i));
      if (header.get(i).equals("official") && Boolean.FALSE.equals(values.get(i))) {
        json.writeStringProperty("warning", warning);
      }
    }
    json.writeEndObject();
    json.writeName("geometry");
    draw(shape);
    json.writeEndObject();
  }

  private String id(List<? extends @Nullable Object> values) {
    return dataset == Dataset.SCORES
        ? values.get(0) + "/" + values.get(2) + "/" + values.get(3)
        : String.valueOf(values.get(0));
  }

  private void draw(@Nullable Geometry shape) {
    switch (shape) {
      case Point point -> {
        start("Point");
        position(point.getCoordinate());
        json.writeEndObject();
      }
      case Polygon polygon -> {
        start("Polygon");
        rings(polygon);
        json.writeEndObject();
      }
      case MultiPolygon many -> {
        start("MultiPolygon");
        json.writeStartArray();
        for (int i = 0; i < many.getNumGeometries(); i++) {
          rings((Polygon) many.getGeometryN(i));
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      case null, default -> json.writeNull();
    }
  }

  private void start(String type) {
    json.writeStartObject();
    json.writeStringProperty("type", type);
    json.writeName("coordinates");
  }

  /// Outer rings run counter-clockwise and holes clockwise, as the RFC asks.
  private void rings(Polygon polygon) {
    var turned = (Polygon) polygon.norm().reverse();
    json.writeStartArray();
    ring(turned.getExteriorRing());
    for (int i = 0; i < turned.getNumInteriorRing(); i++) {
      ring(turned.getInteriorRingN(i));
    }
    json.writeEndArray();
  }

  private void ring(LineString ring) {
    json.writeStartArray();
    for (var coordinate : ring.getCoordinates()) {
      position(coordinate);
    }
    json.writeEndArray();
  }

  private void position(Coordinate at) {
    json.writeStartArray();
    json.writeNumber(Math.round(at.x * STEPS_PER_DEGREE) / STEPS_PER_DEGREE);
    json.writeNumber(Math.round(at.y * STEPS_PER_DEGREE) / STEPS_PER_DEGREE);
    json.writeEndArray();
  }

  @Override
  public void close() {
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}
