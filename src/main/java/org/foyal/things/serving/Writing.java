package org.foyal.things.serving;

import java.util.List;
import java.util.regex.Pattern;
import org.foyal.things.editing.Entities;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.foyal.things.query.Reading;
import org.foyal.things.query.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns a request that writes into a call of what writes, and its outcome into a reply (18-088,
/// clause 10).
@Component
class Writing {
  private static final Pattern DATASTREAM = Pattern.compile("Datastreams\\((\\d{1,18})\\)");

  private final Reading reading;
  private final Entities entities;
  private final Doorkeeper doorkeeper;
  private final Observing observing;
  private final Outcomes outcomes;
  private final Shown shown;

  Writing(
      Reading reading,
      Entities entities,
      Doorkeeper doorkeeper,
      Observing observing,
      Outcomes outcomes,
      Shown shown) {
    this.reading = reading;
    this.entities = entities;
    this.doorkeeper = doorkeeper;
    this.observing = observing;
    this.outcomes = outcomes;
    this.shown = shown;
  }

  Reply write(Order order) {
    if (order.parts().isEmpty()) {
      return Reply.no(405, "Entities are written at their own address, or at that of a set.");
    }
    if (order.parts().equals(List.of("CreateObservations"))) {
      if (order.grouped()) {
        return Reply.no(400, "CreateObservations stands alone, in no atomicityGroup.");
      }
      return order.method().equals("POST")
          ? observing.rows(order.body(), order.writer())
          : Reply.no(405, "Only POST is for CreateObservations.");
    }
    var straight = straight(order);
    return switch (straight == null ? reading.target(order.parts()) : straight) {
      case Target.Nowhere(var reason) -> Reply.no(404, reason);
      case Target.Several(var type, var parent) ->
          order.method().equals("POST")
              ? create(order, type, parent)
              : Reply.no(405, "At a set only POST writes; name one entity: " + type.set() + "(1).");
      case Target.One(var type, var id) ->
          switch (order.method()) {
            case "PATCH" -> patch(order, type, id);
            case "PUT" -> replace(order, type, id);
            case "DELETE" -> outcomes.of(entities.delete(type, id, order.writer()));
            default -> Reply.no(405, "POST is for sets: " + type.set() + ".");
          };
    };
  }

  /// Where most of what comes in goes, `Datastreams(1)/Observations`, is read without asking the
  /// database: the intake finds out whether it is there.
  private static @Nullable Target straight(Order order) {
    var parts = order.parts();
    if (!order.method().equals("POST") || !parts.getLast().equals("Observations")) {
      return null;
    }
    if (parts.size() == 1) {
      return new Target.Several(EntityType.OBSERVATION, null);
    }
    var above = DATASTREAM.matcher(parts.getFirst());
    return parts.size() == 2 && above.matches()
        ? new Target.Several(
            EntityType.OBSERVATION,
            new Parent(EntityType.DATASTREAM, Long.parseLong(above.group(1))))
        : null;
  }

  private Reply create(Order order, EntityType type, @Nullable Parent parent) {
    if (!(order.body() instanceof ObjectNode body)) {
      return Reply.no(400, "Send one JSON object: a " + type.single() + ".");
    }
    if (type == EntityType.OBSERVATION && !order.grouped() && Observing.isPlain(body, parent)) {
      var reply = observing.one(body, parent, order.writer());
      return Boolean.TRUE.equals(order.show()) ? shown.with(reply) : reply;
    }
    int held = observationsIn(type, body);
    var slow = held == 0 ? null : doorkeeper.spend(order.writer(), held);
    if (slow != null) {
      return slow;
    }
    var reply = outcomes.of(entities.create(type, parent, body, order.writer()));
    return Boolean.FALSE.equals(order.show()) ? reply : shown.with(reply);
  }

  /// How many observations an entity brings along, or is.
  private static int observationsIn(EntityType type, JsonNode body) {
    int count = type == EntityType.OBSERVATION ? 1 : 0;
    for (var inner : body.properties()) {
      boolean several = inner.getKey().equals("Observations");
      for (var one : inner.getValue().isArray() ? inner.getValue() : List.of(inner.getValue())) {
        if (one.isObject()) {
          count += observationsIn(several ? EntityType.OBSERVATION : EntityType.THING, one);
        }
      }
    }
    return count;
  }

  private Reply replace(Order order, EntityType type, long id) {
    if (!(order.body() instanceof ObjectNode body)) {
      return Reply.no(400, "Send one JSON object: the whole " + type.single() + ".");
    }
    var reply = outcomes.of(entities.replace(type, id, body, order.writer()));
    return Boolean.FALSE.equals(order.show()) ? reply : shown.with(reply);
  }

  private Reply patch(Order order, EntityType type, long id) {
    if (order.jsonPatch()) {
      return operations(order, type, id);
    }
    if (!(order.body() instanceof ObjectNode body)) {
      return Reply.no(400, "Send one JSON object with what shall change.");
    }
    return change(order, type, id, body);
  }

  private Reply change(Order order, EntityType type, long id, ObjectNode body) {
    var reply = outcomes.of(entities.update(type, id, body, order.writer()));
    return Boolean.FALSE.equals(order.show()) ? reply : shown.with(reply);
  }

  /// RFC 6902: the operations are done on the entity as it reads, and what differs is changed.
  private Reply operations(Order order, EntityType type, long id) {
    var before = shown.entity(type, id);
    if (before == null) {
      return Outcomes.missing(type, id);
    }
    return switch (JsonPatch.apply(before, order.body())) {
      case JsonPatch.Patched.Unfit(var reason) -> Reply.no(400, reason);
      case JsonPatch.Patched.Done(var after) ->
          change(order, type, id, JsonPatch.difference(before, after));
    };
  }
}
