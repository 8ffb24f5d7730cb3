package org.foyal.things.adding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.kernel.Position;
import org.foyal.people.Actor;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Device;
import org.foyal.things.devices.Devices;
import org.foyal.things.editing.Entities;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.foyal.things.showing.Measure;
import org.foyal.things.showing.Shown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The façade of adding: an object with what it measures, where it is, and a key of its own, all or
/// nothing.
@Service
public class Adding {
  private static final String MEASUREMENT =
      "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement";
  private static final Device.Quota QUOTA = new Device.Quota(20_000, 200);

  private final Entities entities;
  private final Devices devices;
  private final AddingStore store;
  private final TransactionOperations transaction;

  Adding(Entities entities, Devices devices, AddingStore store, TransactionOperations transaction) {
    this.entities = entities;
    this.devices = devices;
    this.store = store;
    this.transaction = transaction;
  }

  /// An object as it is entered.
  ///
  /// @param form names the form: sent twice, it adds one object
  /// @param measures one at least; the first says what kind of object it is
  /// @param home whether it is at somebody's: then its place is rounded before anything is stored
  /// @param example whether a demonstration invented it
  public record NewThing(
      UUID form,
      String name,
      List<Measure> measures,
      Position where,
      boolean home,
      boolean example) {
    /// Checks that it has a name and measures something.
    public NewThing {
      measures = List.copyOf(measures);
      if (measures.isEmpty() || name.isBlank()) {
        throw new IllegalArgumentException("an object has a name and measures something");
      }
    }
  }

  /// What can come of adding.
  public sealed interface Added {
    /// It is there.
    record Connected(long thing, Credentials credentials) implements Added {}

    /// This form has added it before.
    record Again() implements Added {}

    /// The standard's own rules refuse it.
    record Refused(String reason) implements Added {}
  }

  /// Adds an object.
  public Added add(Actor by, NewThing order) {
    return transaction.execute(status -> {
      var added = addAll(by, order);
      if (!(added instanceof Added.Connected)) {
        status.setRollbackOnly();
      }
      return added;
    });
  }

  private Added addAll(Actor by, NewThing order) {
    if (devices.find(order.form()).isPresent()) {
      return new Added.Again();
    }
    var writer = new Writer(by.name(), order.example(), new Rights.Everything());
    return switch (entities.create(EntityType.THING, null, body(order), writer)) {
      case Written.Created(_, long thing) -> open(by, order, thing);
      case Written other -> new Added.Refused(other.toString());
    };
  }

  private Added open(Actor by, NewThing order, long thing) {
    var rights = new Rights.Some(Set.of(thing));
    var opened =
        devices.open(
            by, new Devices.Order(order.form(), order.name(), rights, QUOTA, order.example()));
    return switch (opened) {
      case Devices.Entered.Opened(var credentials) -> new Added.Connected(thing, credentials);
      case Devices.Entered.Again _, Devices.Entered.Waits _ -> new Added.Again();
      case Devices.Entered.NoThings _ -> new Added.Refused("");
    };
  }

  private ObjectNode body(NewThing order) {
    var where = order.home() ? Shown.coarse(order.where()) : order.where();
    var body = named(order.name());
    body.putObject("properties")
        .put("foyal.kind", order.measures().getFirst().kind().code())
        .put("foyal.blurred", order.home());
    var location = body.putArray("Locations").addObject();
    location.setAll(named(order.name()));
    location.put("encodingType", "application/geo+json");
    location
        .putObject("location")
        .put("type", "Point")
        .putArray("coordinates")
        .add(where.longitude_deg())
        .add(where.latitude_deg());
    var datastreams = body.putArray("Datastreams");
    order.measures().forEach(measure -> datastreams.add(datastream(order.name(), measure)));
    return body;
  }

  private ObjectNode datastream(String thing, Measure measure) {
    var name = store.words(measure);
    var body = named(name).put("observationType", MEASUREMENT);
    body.putObject("unitOfMeasurement")
        .put("name", measure.unit().sign())
        .put("symbol", measure.unit().code())
        .put("definition", "ucum:" + measure.unit().code());
    body.set(
        "Sensor",
        named(thing + ", " + name).put("encodingType", "text/plain").put("metadata", thing));
    var property = body.putObject("ObservedProperty");
    var known = store.property(measure.definition());
    if (known.isPresent()) {
      property.put("@iot.id", known.get());
    } else {
      property.setAll(named(name).put("definition", measure.definition()));
    }
    return body;
  }

  private static ObjectNode named(String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name).put("description", name);
  }

  /// The object that a device writes for, where it is one.
  Optional<Long> thingOf(Device device) {
    return switch (device.rights()) {
      case Rights.Some(var things) when things.size() == 1 -> things.stream().findFirst();
      case Rights.Some _, Rights.Everything _ -> Optional.empty();
    };
  }
}
