package org.foyal.things.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Property;
import tools.jackson.core.JsonGenerator;

/// Observations as rows of values, those of one datastream together (18-088, clause 13).
record DataArrays(JsonGenerator json, Links links) {
  private static final List<String> USUAL = List.of("phenomenonTime", "resultTime", "result");

  void write(Page page) {
    var groups = new LinkedHashMap<Long, List<Entity>>();
    for (var entity : page.entities()) {
      var datastream = entity.owner("Datastream");
      groups
          .computeIfAbsent(datastream == null ? 0 : datastream, _ -> new ArrayList<>())
          .add(entity);
    }
    json.writeStartArray();
    groups.forEach((datastream, entities) -> group(page, datastream, entities));
    json.writeEndArray();
  }

  private void group(Page page, long datastream, List<Entity> entities) {
    boolean id = page.options().selects(Property.ID.name());
    var columns = new ArrayList<Integer>();
    for (int i = 0; i < page.properties().size(); i++) {
      if (!page.options().select().isEmpty() || USUAL.contains(page.properties().get(i).name())) {
        columns.add(i);
      }
    }
    json.writeStartObject();
    json.writeStringProperty(
        "Datastream@iot.navigationLink", links.of(EntityType.DATASTREAM, datastream));
    json.writeArrayPropertyStart("components");
    if (id) {
      json.writeString("id");
    }
    columns.forEach(i -> json.writeString(page.properties().get(i).name()));
    json.writeEndArray();
    json.writeNumberProperty("dataArray@iot.count", entities.size());
    json.writeArrayPropertyStart("dataArray");
    for (var entity : entities) {
      json.writeStartArray();
      if (id) {
        json.writeNumber(entity.id());
      }
      columns.forEach(i -> Written.content(json, entity.contents().get(i)));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
