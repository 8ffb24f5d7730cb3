package org.foyal.things.payloads;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.things.devices.DeviceGate;
import org.foyal.things.devices.DeviceGate.Entry;
import org.foyal.things.payloads.Payloads.Outcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Programs' doors for payloads of others, with the credentials of a device (HTTP Basic).
@RestController
class PayloadsApi {
  private static final int LARGEST_bytes = 256 * 1024;

  private final Payloads payloads;
  private final DeviceGate gate;
  private final Pages pages;
  private final JsonMapper mapper;
  private final Clock clock;

  PayloadsApi(Payloads payloads, DeviceGate gate, Pages pages, JsonMapper mapper, Clock clock) {
    this.payloads = payloads;
    this.gate = gate;
    this.pages = pages;
    this.mapper = mapper;
    this.clock = clock;
  }

  /// Uplinks by the webhook of The Things Stack v3.
  @PostMapping(path = "/api/things/ttn", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> uplink(HttpServletRequest request) throws IOException {
    var entry = enter(request);
    return entry instanceof Entry.Admitted admitted
        ? take(Forms.uplink(body(request), clock.instant()), admitted, request)
        : turned(entry, request);
  }

  /// Readings by the firmware of Sensor.Community, « own API ».
  @PostMapping(path = "/api/things/sensor-community", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> community(HttpServletRequest request) throws IOException {
    var entry = enter(request);
    return entry instanceof Entry.Admitted admitted
        ? take(
            Forms.community(body(request), request.getHeader("X-Sensor"), clock.instant()),
            admitted,
            request)
        : turned(entry, request);
  }

  private Entry enter(HttpServletRequest request) {
    return gate.enter(request.getHeader(HttpHeaders.AUTHORIZATION), request.getRemoteAddr());
  }

  /// Nothing of strangers is read.
  private JsonNode body(HttpServletRequest request) throws IOException {
    var bytes = request.getInputStream().readNBytes(LARGEST_bytes + 1);
    if (bytes.length > LARGEST_bytes) {
      return MissingNode.getInstance();
    }
    try {
      return mapper.readTree(bytes);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  private ResponseEntity<?> take(
      Optional<Sent> sent, Entry.Admitted admitted, HttpServletRequest request) {
    if (sent.isEmpty()) {
      return no(request, HttpStatus.BAD_REQUEST, "body", "");
    }
    return switch (payloads.take(sent.get(), admitted.writer())) {
      case Outcome.Stored(var stored, var unknown, var refused) -> {
        var told = new LinkedHashMap<String, Object>();
        told.put("stored", stored);
        told.put("unknown", unknown);
        told.put("refused", refused);
        yield ResponseEntity.ok(told);
      }
      case Outcome.TooMany(var wait_s) ->
          no(request, HttpStatus.TOO_MANY_REQUESTS, "quota", Long.toString(Math.max(1, wait_s)));
      case Outcome.NotNow() -> no(request, HttpStatus.SERVICE_UNAVAILABLE, "not-now", "5");
    };
  }

  private ResponseEntity<?> turned(Entry entry, HttpServletRequest request) {
    return entry instanceof Entry.Slow
        ? no(request, HttpStatus.TOO_MANY_REQUESTS, "slow", "120")
        : no(request, HttpStatus.UNAUTHORIZED, "credentials", "");
  }

  private ResponseEntity<?> no(
      HttpServletRequest request, HttpStatus status, String what, String wait_s) {
    var page = pages.of(request);
    var problem =
        Problems.answer(
            page,
            status,
            "things:payload-" + what,
            page.say("things.payloads.title"),
            page.say("things.payloads." + what));
    var answer = ResponseEntity.status(status).headers(problem.getHeaders());
    if (!wait_s.isEmpty()) {
      answer.header(HttpHeaders.RETRY_AFTER, wait_s);
    }
    if (status == HttpStatus.UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"things\", charset=\"UTF-8\"");
    }
    return answer.body(problem.getBody());
  }
}
