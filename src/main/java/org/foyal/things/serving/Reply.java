package org.foyal.things.serving;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a request comes to, alone or within a batch.
///
/// @param message what can't be and what to do; none where all is well
/// @param location the address of what was made
/// @param wait_s when to come again; 0: that is not said
record Reply(
    int status,
    @Nullable String message,
    @Nullable String location,
    @Nullable JsonNode body,
    long wait_s) {
  static Reply no(int status, String message) {
    return new Reply(status, message, null, null, 0);
  }

  static Reply later(String message, long wait_s) {
    return new Reply(503, message, null, null, wait_s);
  }

  static Reply ok(int status, @Nullable String location) {
    return new Reply(status, null, location, null, 0);
  }

  Reply with(JsonNode shown) {
    return new Reply(status, message, location, shown, wait_s);
  }

  boolean isGood() {
    return status < 400;
  }
}
