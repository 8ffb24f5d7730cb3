package org.foyal.demo;

import java.util.Map;
import org.foyal.things.editing.Entities;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Enters example stations as any program does that writes SensorThings.
class ExampleThing {
  private static final String MEASUREMENT =
      "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement";
  private static final String INVENTED =
      "Exemple inventé pour la démonstration : cette station n’existe pas.";

  private final Entities entities;
  private final Writer writer;

  ExampleThing(Entities entities, Writer writer) {
    this.entities = entities;
    this.writer = writer;
  }

  private static ObjectNode named(String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name).put("description", INVENTED);
  }

  /// What can be observed, which all stations share.
  long property(ExampleMeasure measure) {
    var body = named(measure.words()).put("definition", measure.definition());
    return make(EntityType.OBSERVED_PROPERTY, null, body);
  }

  /// A station at its place.
  long station(ExampleStation station) {
    var body = named(station.name());
    body.putObject("properties").put("foyal.kind", station.kind());
    var location = body.putArray("Locations").addObject();
    location.setAll(named(station.name()));
    location.put("encodingType", "application/geo+json");
    location
        .putObject("location")
        .put("type", "Point")
        .putArray("coordinates")
        .add(station.where().longitude_deg())
        .add(station.where().latitude_deg());
    return make(EntityType.THING, null, body);
  }

  /// A series of a station, with the sensor that reports it.
  long datastream(
      long thing,
      ExampleStation station,
      ExampleMeasure measure,
      Map<ExampleMeasure, Long> properties) {
    var body = named(measure.words()).put("observationType", MEASUREMENT);
    body.putObject("unitOfMeasurement")
        .put("name", measure.unit().words())
        .put("symbol", measure.unit().code())
        .put("definition", "ucum:" + measure.unit().code());
    body.putObject("properties").put("foyal.onePerTime", true);
    var sensor = named("Exemple : capteur, " + measure.words() + " (" + station.code() + ")");
    sensor.put("encodingType", "text/plain").put("metadata", INVENTED);
    body.set("Sensor", sensor);
    body.putObject("ObservedProperty").put("@iot.id", properties.get(measure));
    return make(EntityType.DATASTREAM, new Parent(EntityType.THING, thing), body);
  }

  private long make(
      EntityType type, @org.jspecify.annotations.Nullable Parent parent, ObjectNode body) {
    return switch (entities.create(type, parent, body, writer)) {
      case Written.Created(var _, long id) -> id;
      case Written other ->
          throw new IllegalStateException("The doors of the connected city refuse: " + other);
    };
  }
}
