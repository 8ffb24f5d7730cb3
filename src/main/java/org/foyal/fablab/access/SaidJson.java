package org.foyal.fablab.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads what an interlock says, and writes what it is told; the same by HTTP and by MQTT.
@Component
class SaidJson {
  private final JsonMapper mapper;

  SaidJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /// What is said, or nothing where it can't be read.
  Optional<Said> read(byte[] bytes, Instant now) {
    try {
      return mapper.readTree(bytes) instanceof ObjectNode body ? read(body, now) : Optional.empty();
    } catch (JacksonException | IllegalArgumentException | DateTimeException odd) {
      return Optional.empty();
    }
  }

  private static Optional<Said> read(ObjectNode body, Instant now) {
    var sequence = body.path("sequence");
    var minutes = body.path("minutes");
    if (!sequence.isInt() || !(minutes.isMissingNode() || minutes.isInt())) {
      return Optional.empty();
    }
    return Optional.of(
        new Said(
            UUID.fromString(body.path("session").asString("")),
            sequence.intValue(),
            Said.What.valueOf(body.path("state").asString("").toUpperCase(Locale.ROOT)),
            body.path("badge").asString("").strip(),
            minutes.asInt(0),
            at(body.get("at"), now),
            body.path("extraction").asBoolean(false)));
  }

  private static Instant at(@Nullable JsonNode node, Instant now) {
    return node == null || node.isNull()
        ? now
        : OffsetDateTime.parse(node.asString("")).toInstant();
  }

  /// What an interlock is told.
  ///
  /// @param session its own name for the time; none: it only said that it is there
  /// @param message in words, for a screen beside the machine
  record Told(
      @Nullable String session,
      boolean power,
      Instant until,
      @Nullable String reason,
      String message) {}

  byte[] write(Told told) {
    return mapper.writeValueAsBytes(told);
  }
}
