package org.foyal.things.serving;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.Answer;
import org.foyal.things.query.Reading;
import org.foyal.things.query.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Entities as they read after they were written.
@Component
class Shown {
  private final Reading reading;
  private final Written written;
  private final Base base;
  private final JsonMapper mapper;

  Shown(Reading reading, Written written, Base base, JsonMapper mapper) {
    this.reading = reading;
    this.written = written;
    this.base = base;
    this.mapper = mapper;
  }

  /// A good reply with the entity at its address.
  Reply with(Reply reply) {
    var location = reply.location();
    if (!reply.isGood() || location == null) {
      return reply;
    }
    var entity = at(location.substring(base.get().length() + 1), Map.of());
    return entity == null ? reply : reply.with(entity);
  }

  /// An entity without its links.
  @Nullable ObjectNode entity(EntityType type, long id) {
    var whole = at(type.set() + "(" + id + ")", Map.of());
    if (whole != null) {
      var links = whole.propertyNames().stream().filter(name -> name.contains("@iot.")).toList();
      whole.remove(links);
    }
    return whole;
  }

  private @Nullable ObjectNode at(String address, Map<String, String> query) {
    if (!(reading.ask(List.of(address), query) instanceof Answer.One one)) {
      return null;
    }
    var bytes = new ByteArrayOutputStream();
    written.one(one, base.get(), bytes);
    return mapper.readTree(bytes.toByteArray()) instanceof ObjectNode entity ? entity : null;
  }
}
