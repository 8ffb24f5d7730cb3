package org.foyal.things.serving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the door of SensorThings does with requests that write: asks who comes, reads the body,
/// answers what became of it.
@Component
class WritingDoor {
  private static final List<String> BATCH = List.of("$batch");

  private final Doorkeeper doorkeeper;
  private final Bodies bodies;
  private final Writing writing;
  private final Batch batch;
  private final Faults faults;
  private final JsonMapper mapper;

  WritingDoor(
      Doorkeeper doorkeeper,
      Bodies bodies,
      Writing writing,
      Batch batch,
      Faults faults,
      JsonMapper mapper) {
    this.doorkeeper = doorkeeper;
    this.bodies = bodies;
    this.writing = writing;
    this.batch = batch;
    this.faults = faults;
    this.mapper = mapper;
  }

  void write(Asked asked, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean batched = asked.parts().equals(BATCH) && request.getMethod().equals("POST");
    switch (doorkeeper.enter(request)) {
      case Doorkeeper.Entry.In(var writer) -> admitted(asked, writer, request, response);
      case Doorkeeper.Entry.Out(var _, var ask)
          when batched && ask && request.getHeader("Authorization") == null ->
          admitted(asked, null, request, response); // whoever wants may read, in a batch too
      case Doorkeeper.Entry.Out(var reply, var ask) -> {
        if (ask) {
          response.setHeader("WWW-Authenticate", "Basic realm=\"SensorThings\", charset=\"UTF-8\"");
        }
        answer(reply, response);
      }
    }
  }

  private void admitted(
      Asked asked,
      @Nullable Writer writer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (request.getMethod().equals("DELETE") && writer != null) {
      answer(writing.write(order(asked, null, false, writer, request)), response);
      return;
    }
    switch (bodies.read(request)) {
      case Bodies.Body.Unfit(var reply) -> answer(reply, response);
      case Bodies.Body.Json(var json, var patch) -> {
        if (writer == null || asked.parts().equals(BATCH)) {
          answer(batch.answer(json, writer), response);
        } else {
          answer(writing.write(order(asked, json, patch, writer, request)), response);
        }
      }
    }
  }

  private static Order order(
      Asked asked,
      @Nullable JsonNode body,
      boolean patch,
      Writer writer,
      HttpServletRequest request) {
    return new Order(
        request.getMethod(), asked.parts(), body, patch, shows(request), writer, false);
  }

  /// `Prefer: return=minimal` or `return=representation` (RFC 7240).
  private static @Nullable Boolean shows(HttpServletRequest request) {
    var prefer = request.getHeader("Prefer");
    if (prefer == null) {
      return null;
    }
    return prefer.contains("return=representation")
        ? Boolean.TRUE
        : prefer.contains("return=minimal") ? Boolean.FALSE : null;
  }

  private void answer(Reply reply, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (reply.wait_s() > 0) {
      response.setHeader("Retry-After", Long.toString(reply.wait_s()));
    }
    if (reply.message() != null) {
      if (reply.status() == 405) {
        response.setHeader("Allow", "GET, HEAD, OPTIONS, POST, PATCH, PUT, DELETE");
      }
      faults.say(response, reply.status(), reply.message());
      return;
    }
    response.setStatus(reply.status());
    if (reply.location() != null) {
      response.setHeader("Location", reply.location());
    }
    if (reply.body() != null) {
      response.setContentType("application/json");
      response.getOutputStream().write(mapper.writeValueAsBytes(reply.body()));
    } else {
      response.setContentLength(0);
    }
  }
}
