package org.foyal.things.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.things.editing.Draft.Linked;
import org.foyal.things.ledger.IncomingJson;
import org.foyal.things.ledger.NotTaken;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.EntityType.Link;
import org.foyal.things.model.Parent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads entities that somebody sent: their properties, their links, those that they hold.
final class Drafting {
  /// A thing holds datastreams that hold a sensor: three are common, the standard knows no more
  /// than five in a row.
  private static final int DEEPEST = 8;

  private static final int MOST_HELD = 10_000;
  private static final int LONGEST_TEXT = 100_000;

  /// By this property a datastream asks that a second observation of one time is refused.
  private static final String ONE_PER_TIME = "foyal.onePerTime";

  private final boolean partly;
  private int held;

  private Drafting(boolean partly) {
    this.partly = partly;
  }

  /// Reads a whole entity, which is to be made.
  static Draft whole(EntityType type, @Nullable Parent parent, ObjectNode body) throws NotTaken {
    return new Drafting(false).read(type, parent == null ? body : below(type, parent, body), 0);
  }

  /// Reads what is to be changed of an entity; what it holds is linked, never made along (18-088,
  /// clause 10.3.1).
  static Draft part(EntityType type, ObjectNode body) throws NotTaken {
    return new Drafting(true).read(type, body, 0);
  }

  /// Reads what replaces an entity, whose links it may leave out.
  static Draft replacement(EntityType type, ObjectNode body) throws NotTaken {
    var draft = new Drafting(true).read(type, body, 0);
    var columns = new LinkedHashMap<String, @Nullable Object>();
    var whole = new Drafting(false);
    for (var property : Property.of(type)) {
      whole.put(property, body, columns);
    }
    draft.columns().forEach(columns::putIfAbsent); // what is worked out of them
    return new Draft(type, columns, draft.links(), body);
  }

  /// The address under which something was posted counts as a link of its own.
  private static ObjectNode below(EntityType type, Parent parent, ObjectNode body) throws NotTaken {
    var link =
        type.links().stream()
            .filter(one -> one.to() == parent.type())
            .findAny()
            .orElseThrow(() -> new NotTaken("", "No such entity hangs there."));
    var with = body.deepCopy();
    if (link.many()) {
      var said = body.get(link.label());
      if (said != null && said.isObject()) { // one alone, which counts as a list of it
        with.putArray(link.label()).add(said);
      } else if (said != null && !said.isArray()) {
        throw new NotTaken(link.label(), "Link by [{\"@iot.id\": number}].");
      }
      with.withArray(link.label()).addObject().put("@iot.id", parent.id());
    } else {
      var said = body.get(link.label());
      if (said != null && said.path("@iot.id").asLong(parent.id()) != parent.id()) {
        throw new NotTaken(link.label(), "The address names another than the body.");
      }
      with.putObject(link.label()).put("@iot.id", parent.id());
    }
    return with;
  }

  private Draft read(EntityType type, ObjectNode body, int depth) throws NotTaken {
    if (depth > DEEPEST || ++held > MOST_HELD) {
      throw new NotTaken(
          "", "At most %,d entities, %d deep, are made at once.".formatted(MOST_HELD, DEEPEST));
    }
    var columns = new LinkedHashMap<String, @Nullable Object>();
    if (type != EntityType.OBSERVATION) {
      for (var property : Property.of(type)) {
        put(property, body, columns);
      }
      if (type == EntityType.DATASTREAM && columns.containsKey("properties")) {
        columns.put("one_per_time", body.path("properties").path(ONE_PER_TIME).asBoolean(false));
      }
      refuseUnknown(type, body);
    }
    var links = new LinkedHashMap<String, List<Linked>>();
    for (var link : type.links()) {
      var found = body.get(link.label());
      if (found != null && !found.isNull()) {
        links.put(link.label(), links(type, link, found, depth));
      }
    }
    return new Draft(type, columns, links, body);
  }

  private static void refuseUnknown(EntityType type, ObjectNode body) throws NotTaken {
    for (var name : body.propertyNames()) {
      boolean known =
          Property.of(type).stream().anyMatch(property -> property.name().equals(name))
              || type.link(name).isPresent()
              || Property.isTold(type, name);
      if (!known) {
        throw new NotTaken(name, "A %s has no such property.".formatted(type.single()));
      }
    }
  }

  private List<Linked> links(EntityType type, Link link, JsonNode found, int depth)
      throws NotTaken {
    if (!link.many() && found.isArray()) {
      throw new NotTaken(link.label(), "There is one, not several.");
    }
    var all = new ArrayList<Linked>();
    var several = found.isArray() ? List.copyOf(found.asArray().values()) : List.of(found);
    for (var one : several) {
      if (!(one instanceof ObjectNode entity)) {
        throw new NotTaken(
            link.label(), "Link by {\"@iot.id\": number}, or give the whole entity.");
      }
      if (entity.has("@iot.id") && isOnlyALink(entity)) {
        all.add(new Linked.Existing(idOf(link, entity)));
      } else if (partly) {
        throw new NotTaken(link.label(), "A change links to entities that are there, by @iot.id.");
      } else {
        all.add(new Linked.Fresh(read(link.to(), linkedBack(type, link, entity), depth + 1)));
      }
    }
    return all;
  }

  /// An entity within another needs no link back; one that it has anyway would contradict.
  private static ObjectNode linkedBack(EntityType type, Link link, ObjectNode entity)
      throws NotTaken {
    for (var back : link.to().links()) {
      if (back.to() == type && entity.has(back.label())) {
        throw new NotTaken(back.label(), "It hangs on the entity around it: leave this link out.");
      }
    }
    return entity;
  }

  private static boolean isOnlyALink(ObjectNode entity) {
    return entity.propertyNames().stream().allMatch(name -> name.startsWith("@iot."));
  }

  private static long idOf(Link link, ObjectNode entity) throws NotTaken {
    var id = entity.get("@iot.id");
    if (id == null || !id.isIntegralNumber() || !id.canConvertToLong()) {
      throw new NotTaken(link.label(), "An @iot.id is a whole number.");
    }
    return id.longValue();
  }

  private void put(Property property, ObjectNode body, Map<String, @Nullable Object> columns)
      throws NotTaken {
    var node = body.get(property.name());
    if (node == null && partly) {
      return;
    }
    if (node == null || node.isNull()) {
      if (property.needed()) {
        throw new NotTaken(property.name(), "This property is needed.");
      }
      columns.put(property.column(), null);
      return;
    }
    IncomingJson.sound(property.name(), node);
    switch (property.kind()) {
      case TEXT, NAME -> columns.put(property.column(), text(property, node));
      case OBJECT -> object(property, node, columns);
      case ANY -> columns.put(property.column(), node);
      case SHAPE -> shape(property, node, body, columns);
      case TIME -> columns.put(property.column(), IncomingJson.moment(body, property.name()));
      case UNIT -> unit(node, columns);
    }
  }

  private static String text(Property property, JsonNode node) throws NotTaken {
    var text = node.isString() ? node.stringValue() : "";
    if (!node.isString() || (property.kind() == Property.Kind.NAME && text.isBlank())) {
      throw new NotTaken(property.name(), "This is a text that says something.");
    }
    if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
      throw new NotTaken(
          property.name(), "At most %,d characters, none of them 0.".formatted(LONGEST_TEXT));
    }
    return text;
  }

  private static void object(
      Property property, JsonNode node, Map<String, @Nullable Object> columns) throws NotTaken {
    if (!node.isObject()) {
      throw new NotTaken(property.name(), "This is an object: {\"name\": value}.");
    }
    columns.put(property.column(), node);
  }

  private void shape(
      Property property, JsonNode node, ObjectNode body, Map<String, @Nullable Object> columns)
      throws NotTaken {
    var encoding = body.path("encodingType").asString("");
    columns.put(property.column(), node);
    boolean unsaid = partly && encoding.isEmpty();
    columns.put(
        "around",
        Outline.around(property.name(), unsaid ? "application/geo+json" : encoding, node));
  }

  private static void unit(JsonNode node, Map<String, @Nullable Object> columns) throws NotTaken {
    if (!node.isObject()) {
      throw new NotTaken(
          "unitOfMeasurement", "A unit is an object with name, symbol and definition (UCUM).");
    }
    for (var part : List.of("name", "symbol", "definition")) {
      var said = node.get(part);
      if (said != null && !said.isNull() && !said.isString()) {
        throw new NotTaken("unitOfMeasurement/" + part, "This is a text, or null.");
      }
      columns.put("unit_" + part, said == null || said.isNull() ? null : said.stringValue());
    }
  }
}
