package org.foyal.things.serving;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.foyal.shell.ErrorForm;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says what can't be in the standard's form, `{"code": 404, "type": "error", "message": …}`, also
/// where the frame found it. In English: programs' authors read it.
@Component
class Faults implements ErrorForm {
  /// Where the service's root is.
  static final String ROOT = "/v1.1";

  private final JsonMapper mapper;

  Faults(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /// The form, in which fields stand in this order.
  record Fault(int code, String type, String message) {
    static Fault of(int code, String message) {
      return new Fault(code, "error", message);
    }
  }

  void say(HttpServletResponse response, int code, String message) throws IOException {
    response.setStatus(code);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    var body = mapper.writeValueAsBytes(Fault.of(code, message));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  @Override
  public boolean speaksAt(String address) {
    return address.equals(ROOT) || address.startsWith(ROOT + "/");
  }

  @Override
  public ResponseEntity<?> say(String address, int status, String language, String description) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header("Content-Language", language)
        .body(Fault.of(status, description));
  }
}
