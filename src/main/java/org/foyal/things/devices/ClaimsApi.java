package org.foyal.things.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.shell.guard.Guesses;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Programs' door of claim codes: a code against the credentials of a device, once.
@RestController
class ClaimsApi {
  private static final int LONGEST_BODY = 200;
  private static final Duration WAIT = Duration.ofMinutes(2);

  private final Devices devices;
  private final Pages pages;
  private final JsonMapper mapper;
  private final Guesses guesses = new Guesses();

  ClaimsApi(Devices devices, Pages pages, JsonMapper mapper) {
    this.devices = devices;
    this.pages = pages;
    this.mapper = mapper;
  }

  @PostMapping(path = "/api/things/claims", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> claim(@RequestBody(required = false) byte[] body, HttpServletRequest request) {
    var code = code(body);
    if (code.isEmpty()) {
      return no(request, HttpStatus.BAD_REQUEST, "body");
    }
    var credentials = devices.claim(code);
    if (credentials.isPresent()) {
      return ResponseEntity.status(HttpStatus.CREATED)
          .cacheControl(CacheControl.noStore())
          .body(
              Map.of(
                  "username", credentials.get().username(), "secret", credentials.get().secret()));
    }
    return guesses.mayGoOn(request.getRemoteAddr(), "claims")
        ? no(request, HttpStatus.NOT_FOUND, "code")
        : no(request, HttpStatus.TOO_MANY_REQUESTS, "slow");
  }

  private String code(byte[] body) {
    if (body == null || body.length > LONGEST_BODY) {
      return "";
    }
    try {
      var code = mapper.readTree(body).path("code");
      return code.isString() ? code.stringValue() : "";
    } catch (JacksonException noJson) {
      return "";
    }
  }

  private ResponseEntity<ProblemDetail> no(
      HttpServletRequest request, HttpStatus status, String what) {
    var page = pages.of(request);
    var problem =
        Problems.answer(
            page,
            status,
            "things:claim-" + what,
            page.say("things.devices.claim.title"),
            page.say("things.devices.claim." + what));
    var answer = ResponseEntity.status(status).headers(problem.getHeaders());
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(WAIT.toSeconds()));
    }
    return answer.body(problem.getBody());
  }
}
