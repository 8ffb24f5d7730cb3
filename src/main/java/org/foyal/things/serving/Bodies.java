package org.foyal.things.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what was sent, as much as is taken and not a byte more.
@Component
class Bodies {
  private final JsonMapper mapper;
  private final ServingSettings settings;

  Bodies(JsonMapper mapper, ServingSettings settings) {
    this.mapper = mapper;
    this.settings = settings;
  }

  /// What can come of reading a body.
  sealed interface Body {
    /// It is JSON.
    record Json(JsonNode json, boolean patch) implements Body {}

    /// It is not what is taken.
    record Unfit(Reply reply) implements Body {}
  }

  Body read(HttpServletRequest request) throws IOException {
    var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    var bare = type.replaceFirst(";.*", "").strip();
    boolean patch = bare.equals("application/json-patch+json");
    if (!patch
        && !bare.equals("application/json")
        && !bare.equals("application/merge-patch+json")) {
      return unfit(415, "Send JSON and say so: Content-Type: application/json.");
    }
    int most = settings.mostBytes();
    if (request.getContentLengthLong() > most) {
      return tooLong(most);
    }
    var bytes = request.getInputStream().readNBytes(most + 1);
    if (bytes.length > most) {
      return tooLong(most);
    }
    try {
      var json = mapper.readTree(bytes);
      return json.isMissingNode()
          ? unfit(400, "The body is empty: send a JSON object.")
          : new Body.Json(json, patch);
    } catch (JacksonException malformed) {
      var where = malformed.getLocation();
      return unfit(
          400,
          "The body is no JSON"
              + (where == null || where.getLineNr() < 1
                  ? "."
                  : " at line " + where.getLineNr() + ", character " + where.getColumnNr() + "."));
    }
  }

  private static Body tooLong(int most) {
    return unfit(413, "The body is longer than " + most + " bytes: send less at once.");
  }

  private static Body unfit(int status, String message) {
    return new Body.Unfit(Reply.no(status, message));
  }
}
