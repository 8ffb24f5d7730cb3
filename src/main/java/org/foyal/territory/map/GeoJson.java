package org.foyal.territory.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/// Writes one collection of features (RFC 7946), feature by feature; each says whether it is
/// official, who made it and under what licence.
final class GeoJson implements AutoCloseable {
  private final JsonGenerator out;
  private final Map<Long, MapStore.Source> sources = new HashMap<>();

  GeoJson(JsonGenerator out) {
    this.out = out;
  }

  /// @param official false where outlines are derived
  void begin(boolean official, List<MapStore.Source> from) {
    from.forEach(source -> sources.put(source.id(), source));
    out.writeStartObject();
    out.writeStringProperty("type", "FeatureCollection");
    out.writeBooleanProperty("official", official);
    if (!official) {
      out.writeStringProperty("notice", "Contours non officiels");
    }
    out.writeArrayPropertyStart("features");
  }

  void area(Layers.Outlined outlined, @Nullable Long source) {
    var area = outlined.area();
    feature(area.code());
    geometry(outlined.outline().norm().reverse()); // the outer ring against the clock, as asked
    properties(area.name(), area.officialOutline(), source);
    out.writeStringProperty("code", area.code());
    out.writeStringProperty("kind", area.kind().name());
    optional("parent", area.parentCode());
    if (area.residents().isPresent()) {
      out.writeNumberProperty("population", area.residents().getAsInt());
    }
    optional("populationPeriod", area.populationPeriod());
    end();
  }

  void street(MapStore.StreetPoint street) {
    feature(street.id());
    point(street.where().longitude_deg(), street.where().latitude_deg());
    properties(street.name(), true, street.source());
    optional("area", street.areaCode());
    out.writeNumberProperty("length_m", street.length_m());
    end();
  }

  void road(Road road) {
    feature(null);
    geometry(road.line());
    properties(road.name(), true, road.source());
    out.writeStringProperty("class", road.rank().word());
    out.writeStringProperty("structure", road.structure().word());
    out.writeNumberProperty("length_m", Math.round(road.length_m() * 10) / 10.0);
    end();
  }

  void place(MapStore.Place place) {
    feature(place.ref());
    point(place.where().longitude_deg(), place.where().latitude_deg());
    properties(place.name(), true, place.source());
    out.writeStringProperty("kind", place.kind());
    optional("area", place.areaCode());
    end();
  }

  @Override
  public void close() {
    out.writeEndArray();
    out.writeEndObject();
    out.close();
  }

  private void feature(@Nullable String id) {
    out.writeStartObject();
    out.writeStringProperty("type", "Feature");
    optional("id", id);
  }

  private void properties(String name, boolean official, @Nullable Long source) {
    out.writeObjectPropertyStart("properties");
    out.writeStringProperty("name", name);
    out.writeBooleanProperty("official", official);
    var from = source == null ? null : sources.get(source);
    if (from != null) {
      out.writeStringProperty("source", from.source());
      out.writeStringProperty("licence", from.licence());
    }
  }

  private void end() {
    out.writeEndObject();
    out.writeEndObject();
  }

  private void optional(String name, @Nullable String value) {
    if (value != null) {
      out.writeStringProperty(name, value);
    }
  }

  private void point(double longitude_deg, double latitude_deg) {
    out.writeObjectPropertyStart("geometry");
    out.writeStringProperty("type", "Point");
    out.writeName("coordinates");
    position(new Coordinate(longitude_deg, latitude_deg));
    out.writeEndObject();
  }

  private void geometry(Geometry geometry) {
    out.writeObjectPropertyStart("geometry");
    out.writeStringProperty("type", geometry.getGeometryType());
    out.writeName("coordinates");
    switch (geometry) {
      case Polygon polygon -> rings(polygon);
      case MultiPolygon polygons -> {
        out.writeStartArray();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
          rings((Polygon) polygons.getGeometryN(i));
        }
        out.writeEndArray();
      }
      case LineString line -> positions(line);
      default -> throw new IllegalArgumentException("no " + geometry.getGeometryType());
    }
    out.writeEndObject();
  }

  private void rings(Polygon polygon) {
    out.writeStartArray();
    positions(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      positions(polygon.getInteriorRingN(i));
    }
    out.writeEndArray();
  }

  private void positions(LineString line) {
    out.writeStartArray();
    for (var point : line.getCoordinates()) {
      position(point);
    }
    out.writeEndArray();
  }

  /// To the sixth decimal: a tenth of a metre.
  private void position(Coordinate point) {
    out.writeStartArray();
    out.writeNumber(Math.rint(point.x * 1e6) / 1e6);
    out.writeNumber(Math.rint(point.y * 1e6) / 1e6);
    out.writeEndArray();
  }
}
