package org.foyal.things.serving;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.foyal.shell.guard.Pace;
import org.foyal.things.query.Answer;
import org.foyal.things.query.Reading;
import org.foyal.things.query.Written;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.exc.JacksonIOException;

/// The door of SensorThings: `/v1.1` and everything below it. Whoever wants may read; whoever shows
/// the credentials of a device may write.
@Component
class ThingsApi extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String UNDECODED =
      "The address can't be decoded: percent signs stand before UTF-8, each option once.";
  private static final String READ = "GET, HEAD, OPTIONS";
  private static final String METHODS = READ + ", POST, PATCH, PUT, DELETE";

  private final transient Reading reading;
  private final transient Written written;
  private final transient RootDocument root;
  private final transient Faults faults;
  private final transient WritingDoor writes;
  private final transient Base base;
  private final transient Pace pace;

  ThingsApi(Doors doors, ServingSettings settings) {
    this.reading = doors.reading();
    this.written = doors.written();
    this.root = doors.root();
    this.faults = doors.faults();
    this.writes = doors.writes();
    this.base = doors.base();
    this.pace = new Pace(settings.perMinute(), Duration.ofMinutes(1));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!pace.allows(request.getRemoteAddr())) {
      response.setHeader("Retry-After", "10");
      faults.say(response, 429, "Too many requests from your address: wait some seconds.");
      return;
    }
    switch (request.getMethod()) {
      case "GET", "HEAD" -> get(request, response);
      case "OPTIONS" -> options(request, response);
      case "POST", "PATCH", "PUT", "DELETE" -> write(request, response);
      default -> {
        response.setHeader("Allow", METHODS);
        faults.say(response, 405, "There is no " + request.getMethod() + " here: " + METHODS + ".");
      }
    }
  }

  private void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var asked = asked(request);
    if (asked.isEmpty()) {
      faults.say(response, 400, UNDECODED);
    } else {
      writes.write(asked.get(), request, response);
    }
  }

  private static Optional<Asked> asked(HttpServletRequest request) {
    var path = request.getRequestURI().substring(Faults.ROOT.length());
    return Asked.read(path, request.getQueryString());
  }

  /// Pages of other sites may read, as anybody may; they may not write.
  private static void options(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Allow", METHODS);
    if (request.getHeader("Origin") != null) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Methods", READ);
      response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type");
      response.setHeader("Access-Control-Max-Age", "86400");
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "Location");
    var asked = asked(request);
    if (asked.isEmpty()) {
      faults.say(response, 400, UNDECODED);
      return;
    }
    if (asked.get().parts().isEmpty()) {
      json(response);
      root.write(base.get(), response.getOutputStream());
      return;
    }
    try {
      answer(reading.ask(asked.get().parts(), asked.get().query()), response);
    } catch (JacksonIOException _) {
      // whoever asked has gone; there is nobody left to tell
    }
  }

  private void answer(Answer answer, HttpServletResponse response) throws IOException {
    switch (answer) {
      case Answer.Several several -> {
        json(response);
        written.several(several, base.get(), response.getOutputStream());
      }
      case Answer.One one -> {
        json(response);
        written.one(one, base.get(), response.getOutputStream());
      }
      case Answer.Part part -> part(part, response);
      case Answer.Count(var count) -> plain(response, Long.toString(count));
      case Answer.Empty _ -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      case Answer.Missing(var reason) -> faults.say(response, 404, reason);
      case Answer.Refused(var reason) -> faults.say(response, 400, reason);
      case Answer.TooLong _ -> {
        response.setHeader("Retry-After", "60");
        faults.say(response, 503, Looking.TOO_LONG);
      }
    }
  }

  private void part(Answer.Part part, HttpServletResponse response) throws IOException {
    if (!written.has(part)) {
      faults.say(response, 404, part.property().name() + " has no such part.");
      return;
    }
    switch (part.address().form()) {
      case VALUE -> plain(response, written.value(part));
      case PLAIN, REF, COUNT -> {
        json(response);
        written.part(part, response.getOutputStream());
      }
    }
  }

  private static void json(HttpServletResponse response) {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
  }

  private static void plain(HttpServletResponse response, String text) throws IOException {
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
