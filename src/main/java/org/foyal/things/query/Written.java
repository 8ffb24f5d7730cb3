package org.foyal.things.query;

import java.io.OutputStream;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Address;
import org.foyal.things.query.asked.Property;
import org.foyal.things.query.asked.Times;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes answers as JSON (18-088, clause 8), one entity after the other.
@Component
public class Written {
  private final JsonMapper mapper;

  Written(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /// Writes a set of entities, as pages or as rows of values.
  ///
  /// @param base the root of the service, without a slash at its end
  public void several(Answer.Several answer, String base, OutputStream out) {
    try (var json = mapper.createGenerator(out)) {
      var links = new Links(base);
      var page = answer.page();
      json.writeStartObject();
      if (page.count() != null) {
        json.writeNumberProperty("@iot.count", page.count());
      }
      if (page.after() != null) {
        json.writeStringProperty(
            "@iot.nextLink",
            Links.next(links.of(answer.address()), page.options().written(), page.after()));
      }
      json.writeName("value");
      if (page.options().dataArray()) {
        new DataArrays(json, links).write(page);
      } else {
        boolean refs = answer.address().form() == Address.Form.REF;
        json.writeStartArray();
        page.entities()
            .forEach(one -> {
              if (refs) {
                ref(json, links, one);
              } else {
                entity(json, links, page, one);
              }
            });
        json.writeEndArray();
      }
      json.writeEndObject();
    }
  }

  /// Writes one entity.
  public void one(Answer.One answer, String base, OutputStream out) {
    try (var json = mapper.createGenerator(out)) {
      var entity = answer.page().entities().getFirst();
      if (answer.address().form() == Address.Form.REF) {
        ref(json, new Links(base), entity);
      } else {
        entity(json, new Links(base), answer.page(), entity);
      }
    }
  }

  /// Writes a property as JSON: `{"name": …}`.
  public void part(Answer.Part answer, OutputStream out) {
    try (var json = mapper.createGenerator(out)) {
      var inner = answer.address().inner();
      json.writeStartObject();
      json.writeName(inner.isEmpty() ? name(answer.property()) : inner.getLast());
      if (inner.isEmpty()) {
        content(json, answer.content());
      } else {
        json.writePOJO(within(answer));
      }
      json.writeEndObject();
    }
  }

  /// A property as it is: text bare, anything else as JSON.
  public String value(Answer.Part answer) {
    var tree = within(answer);
    return tree.isString() ? tree.stringValue() : mapper.writeValueAsString(tree);
  }

  /// Whether the part that is asked for is there.
  public boolean has(Answer.Part answer) {
    return !within(answer).isMissingNode();
  }

  private JsonNode within(Answer.Part answer) {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var json = mapper.createGenerator(bytes)) {
      content(json, answer.content());
    }
    var tree = mapper.readTree(bytes.toByteArray());
    for (var name : answer.address().inner()) {
      tree =
          tree.isArray() && name.matches("\\d{1,9}")
              ? tree.path(Integer.parseInt(name))
              : tree.path(name);
    }
    return tree;
  }

  private static void ref(JsonGenerator json, Links links, Entity entity) {
    json.writeStartObject();
    json.writeStringProperty("@iot.selfLink", links.of(entity.type(), entity.id()));
    json.writeEndObject();
  }

  private static void entity(JsonGenerator json, Links links, Page page, Entity entity) {
    var options = page.options();
    json.writeStartObject();
    if (options.selects(Property.ID.name())) {
      json.writeNumberProperty("@iot.id", entity.id());
      json.writeStringProperty("@iot.selfLink", links.of(entity.type(), entity.id()));
    }
    for (int i = 0; i < page.properties().size(); i++) {
      var property = page.properties().get(i);
      var content = entity.contents().get(i);
      if (!(content instanceof Content.None) || isAlwaysThere(entity.type(), property)) {
        json.writeName(property.name());
        content(json, content);
      }
    }
    for (var link : entity.type().links()) {
      var linked = entity.links().get(link);
      if (linked != null) {
        linked(json, links, entity, link, linked);
      } else if (options.selects(link.label())) {
        json.writeStringProperty(
            link.label() + "@iot.navigationLink", links.to(entity.type(), entity.id(), link));
      }
    }
    json.writeEndObject();
  }

  /// A result that has no time says so (18-088, table 12).
  private static boolean isAlwaysThere(EntityType type, Property property) {
    return type == EntityType.OBSERVATION && property.name().equals("resultTime");
  }

  private static void linked(
      JsonGenerator json, Links links, Entity entity, EntityType.Link link, Entity.Linked linked) {
    switch (linked) {
      case Entity.Linked.Nobody _ -> json.writeNullProperty(link.label());
      case Entity.Linked.One(var page) -> {
        json.writeName(link.label());
        entity(json, links, page, page.entities().getFirst());
      }
      case Entity.Linked.Many(var page) -> {
        var here = links.to(entity.type(), entity.id(), link);
        if (page.count() != null) {
          json.writeNumberProperty(link.label() + "@iot.count", page.count());
        }
        json.writeName(link.label());
        json.writeStartArray();
        page.entities().forEach(one -> entity(json, links, page, one));
        json.writeEndArray();
        if (page.after() != null) {
          json.writeStringProperty(
              link.label() + "@iot.nextLink",
              Links.next(here, page.options().written(), page.after()));
        }
      }
    }
  }

  static String name(Property property) {
    return property.equals(Property.ID) ? "@iot.id" : property.name();
  }

  static void content(JsonGenerator json, Content content) {
    switch (content) {
      case Content.None _ -> json.writeNull();
      case Content.Words(var text) -> json.writeString(text);
      case Content.Raw(var raw) -> json.writeRawValue(raw);
      case Content.Whole(var number) -> json.writeNumber(number);
      case Content.Amount(var number) -> amount(json, number);
      case Content.Moment(var when) -> json.writeString(Times.written(when));
      case Content.Span(var from, var until) ->
          json.writeString(Times.written(from) + "/" + Times.written(until));
      case Content.Unit(var name, var symbol, var definition) -> {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("symbol", symbol);
        json.writeStringProperty("definition", definition);
        json.writeEndObject();
      }
    }
  }

  /// A count comes as it was sent: 3 rather than 3.0.
  private static void amount(JsonGenerator json, double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }
}
