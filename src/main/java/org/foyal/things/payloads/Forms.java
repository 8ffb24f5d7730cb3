package org.foyal.things.payloads;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;

/// Reads the forms of others.
final class Forms {
  private static final int MOST_FIELDS = 100;
  private static final int LONGEST = 100;

  private Forms() {}

  /// An uplink as The Things Stack v3 sends it to a webhook (ApplicationUp): the values are those
  /// that its payload formatter decoded.
  static Optional<Sent> uplink(JsonNode body, Instant now) {
    var device = body.path("end_device_ids").path("device_id");
    var message = body.path("uplink_message");
    var decoded = message.path("decoded_payload");
    if (!device.isString() || !decoded.isObject()) {
      return Optional.empty();
    }
    var fields = new HashMap<String, JsonNode>();
    for (var field : decoded.properties()) {
      if (fields.size() < MOST_FIELDS) {
        fields.put(field.getKey(), field.getValue());
      }
    }
    var at = moment(message.path("received_at"));
    return named(device.stringValue()).map(name -> new Sent(name, at == null ? now : at, fields));
  }

  /// Readings as the firmware of Sensor.Community sends them to an own API.
  ///
  /// @param sensor the header `X-Sensor`
  static Optional<Sent> community(JsonNode body, @Nullable String sensor, Instant now) {
    var values = body.path("sensordatavalues");
    var told = body.path("esp8266id");
    var device = sensor == null && told.isString() ? "esp8266-" + told.stringValue() : sensor;
    if (!values.isArray() || device == null) {
      return Optional.empty();
    }
    var fields = new HashMap<String, JsonNode>();
    for (var value : values) {
      var type = value.path("value_type");
      if (type.isString() && fields.size() < MOST_FIELDS) {
        fields.put(type.stringValue(), number(value.path("value")));
      }
    }
    return named(device).map(name -> new Sent(name, now, fields));
  }

  /// The firmware writes numbers as text.
  private static JsonNode number(JsonNode value) {
    if (!value.isString()) {
      return value;
    }
    try {
      double number = Double.parseDouble(value.stringValue().strip());
      return Double.isFinite(number) ? DoubleNode.valueOf(number) : value;
    } catch (NumberFormatException text) {
      return value;
    }
  }

  private static Optional<String> named(String device) {
    return device.isBlank() || device.length() > LONGEST ? Optional.empty() : Optional.of(device);
  }

  private static @Nullable Instant moment(JsonNode written) {
    try {
      return written.isString() ? Instant.parse(written.stringValue()) : null;
    } catch (DateTimeParseException odd) {
      return null;
    }
  }
}
