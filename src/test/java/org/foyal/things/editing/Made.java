package org.foyal.things.editing;

import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Entities made through the façade for tests, and the city's own writer.
public final class Made {
  /// Who may write anything.
  public static final Writer CITY = new Writer("city", false, new Rights.Everything());

  private static final JsonMapper JSON = new JsonMapper();
  private final Entities entities;

  /// Makes by that façade.
  public Made(Entities entities) {
    this.entities = entities;
  }

  /// JSON with ' for ".
  public static ObjectNode json(String written) {
    return (ObjectNode) JSON.readTree(written.replace('\'', '"'));
  }

  /// Makes an entity, which must be possible.
  public long make(EntityType type, @Nullable Parent parent, String written) {
    return switch (entities.create(type, parent, json(written), CITY)) {
      case Written.Created(var _, long id) -> id;
      case Written other -> throw new AssertionError(other);
    };
  }

  /// A thing on the quay with one datastream; `properties` of the datastream as written.
  ///
  /// @return the number of the thing
  public long station(String properties) {
    return make(
        EntityType.THING,
        null,
        """
        {'name': 'Station', 'description': 'By the water',
         'Locations': [{'name': 'Quay', 'description': '', 'encodingType': 'application/geo+json',
           'location': {'type': 'Point', 'coordinates': [-61.07, 14.6]}}],
         'Datastreams': [{'name': 'Level', 'description': 'Water level', 'properties': %s,
           'observationType': 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
           'unitOfMeasurement': {'name': 'metre', 'symbol': 'm', 'definition': 'http://unitsofmeasure.org/ucum.html#para-30'},
           'Sensor': {'name': 'Float', 'description': '', 'encodingType': 'text/plain', 'metadata': 'none'},
           'ObservedProperty': {'name': 'Level', 'definition': 'http://example.org/level', 'description': ''}}]}
        """
            .formatted(properties));
  }
}
