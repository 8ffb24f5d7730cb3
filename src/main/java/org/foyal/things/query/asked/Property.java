package org.foyal.things.query.asked;

import java.util.List;
import java.util.Optional;
import org.foyal.things.model.EntityType;

/// A property of a kind of entity, as answers and filters name it (18-088, clause 8.2).
public record Property(String name, Kind kind) {
  /// What a property holds.
  public enum Kind {
    /// The number by which an entity is addressed.
    ID,
    /// Text.
    TEXT,
    /// An instant.
    TIME,
    /// An interval, or an instant as an interval without length.
    SPAN,
    /// Anything that JSON can say.
    JSON,
    /// A shape in GeoJSON.
    SHAPE,
    /// The result of an observation.
    RESULT,
    /// The unit of a datastream: name, symbol, definition.
    UNIT
  }

  /// The number of an entity; its name in answers is `@iot.id`.
  public static final Property ID = new Property("id", Kind.ID);

  private static final Property NAME = new Property("name", Kind.TEXT);
  private static final Property DESCRIPTION = new Property("description", Kind.TEXT);
  private static final Property ENCODING = new Property("encodingType", Kind.TEXT);
  private static final Property PROPERTIES = new Property("properties", Kind.JSON);

  /// The properties of a kind of entity, in the order of its table.
  public static List<Property> of(EntityType type) {
    return switch (type) {
      case THING -> List.of(NAME, DESCRIPTION, PROPERTIES);
      case LOCATION ->
          List.of(NAME, DESCRIPTION, ENCODING, new Property("location", Kind.SHAPE), PROPERTIES);
      case HISTORICAL_LOCATION -> List.of(new Property("time", Kind.TIME));
      case DATASTREAM ->
          List.of(
              NAME,
              DESCRIPTION,
              new Property("observationType", Kind.TEXT),
              new Property("unitOfMeasurement", Kind.UNIT),
              new Property("observedArea", Kind.SHAPE),
              new Property("phenomenonTime", Kind.SPAN),
              new Property("resultTime", Kind.SPAN),
              PROPERTIES);
      case SENSOR ->
          List.of(NAME, DESCRIPTION, ENCODING, new Property("metadata", Kind.JSON), PROPERTIES);
      case OBSERVED_PROPERTY ->
          List.of(NAME, new Property("definition", Kind.TEXT), DESCRIPTION, PROPERTIES);
      case OBSERVATION ->
          List.of(
              new Property("phenomenonTime", Kind.SPAN),
              new Property("resultTime", Kind.TIME),
              new Property("result", Kind.RESULT),
              new Property("resultQuality", Kind.JSON),
              new Property("validTime", Kind.SPAN),
              new Property("parameters", Kind.JSON));
      case FEATURE_OF_INTEREST ->
          List.of(NAME, DESCRIPTION, ENCODING, new Property("feature", Kind.SHAPE), PROPERTIES);
    };
  }

  /// The property of a kind of entity with that name; `id` and `@iot.id` are the same.
  public static Optional<Property> find(EntityType type, String name) {
    if (name.equals("id") || name.equals("@iot.id")) {
      return Optional.of(ID);
    }
    return of(type).stream().filter(property -> property.name.equals(name)).findAny();
  }

  /// Whether parts of it can be named, below a slash.
  public boolean hasParts() {
    return switch (kind) {
      case JSON, SHAPE, RESULT, UNIT -> true;
      case ID, TEXT, TIME, SPAN -> false;
    };
  }
}
