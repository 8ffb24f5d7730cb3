package org.foyal.things.payloads;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a device sent, in whatever form.
///
/// @param device as its network calls it
/// @param at when it was so
/// @param fields each value by its name
record Sent(String device, Instant at, Map<String, JsonNode> fields) {
  Sent {
    fields = Map.copyOf(fields);
  }
}
