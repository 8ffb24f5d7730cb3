package org.foyal.things.editing;

import java.util.List;
import org.foyal.things.model.EntityType;

/// A property of a kind of entity, as 18-088 (tables 2 to 15) names it, and where it is kept.
///
/// @param column the column, or the beginning of the names of several
record Property(String name, String column, Kind kind, boolean needed) {
  enum Kind {
    /// Text, also an empty one where it is a description.
    TEXT,
    /// Text that says something.
    NAME,
    /// A JSON object.
    OBJECT,
    /// Any JSON, null excepted.
    ANY,
    /// GeoJSON where the encoding type says so, else any JSON.
    SHAPE,
    /// A moment.
    TIME,
    /// A unit of measurement: name, symbol, definition, each perhaps null.
    UNIT
  }

  private static Property needed(String name, String column, Kind kind) {
    return new Property(name, column, kind, true);
  }

  private static Property free(String name, Kind kind) {
    return new Property(name, name, kind, false);
  }

  private static final Property NAME = needed("name", "name", Kind.NAME);
  private static final Property DESCRIPTION = needed("description", "description", Kind.TEXT);
  private static final Property ENCODING = needed("encodingType", "encoding_type", Kind.NAME);
  private static final Property PROPERTIES = free("properties", Kind.OBJECT);

  /// Those of a kind; observations are the ledger's.
  static List<Property> of(EntityType type) {
    return switch (type) {
      case THING -> List.of(NAME, DESCRIPTION, PROPERTIES);
      case LOCATION ->
          List.of(
              NAME, DESCRIPTION, ENCODING, needed("location", "location", Kind.SHAPE), PROPERTIES);
      case HISTORICAL_LOCATION -> List.of(needed("time", "time", Kind.TIME));
      case SENSOR ->
          List.of(
              NAME, DESCRIPTION, ENCODING, needed("metadata", "metadata", Kind.ANY), PROPERTIES);
      case OBSERVED_PROPERTY ->
          List.of(NAME, needed("definition", "definition", Kind.NAME), DESCRIPTION, PROPERTIES);
      case FEATURE_OF_INTEREST ->
          List.of(
              NAME, DESCRIPTION, ENCODING, needed("feature", "feature", Kind.SHAPE), PROPERTIES);
      case DATASTREAM ->
          List.of(
              NAME,
              DESCRIPTION,
              needed("observationType", "observation_type", Kind.NAME),
              needed("unitOfMeasurement", "unit", Kind.UNIT),
              new Property("observedArea", "observed_area", Kind.OBJECT, false),
              PROPERTIES);
      case OBSERVATION -> List.of();
    };
  }

  /// What a service tells of a kind and nobody writes.
  static boolean isTold(EntityType type, String name) {
    return name.contains("@")
        || (type == EntityType.DATASTREAM
            && (name.equals("phenomenonTime") || name.equals("resultTime")));
  }
}
