package org.foyal.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The house's one handler of what went wrong: a page in the reader's language that says what to
/// do, or problem details (RFC 9457) at the data doors, or the form of a standard at its own. Never
/// a stack trace.
@Controller
class Errors implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final List<String> DATA_DOORS =
      List.of("/api/", "/data/", "/open311/", "/v1.1/", "/calendars/", "/badges/", "/tiles/");

  private final Pages pages;
  private final Words words;
  private final List<ErrorForm> forms;

  Errors(Pages pages, Words words, List<ErrorForm> forms) {
    this.pages = pages;
    this.words = words;
    this.forms = forms;
  }

  /// What the error page shows.
  ///
  /// @param key the words of this kind of error
  /// @param incident what to quote when asking for help; empty when the fault is in the request
  record View(int status, String key, String incident) {}

  @RequestMapping("/error")
  Object answer(HttpServletRequest request) {
    var status = status(request);
    var incident = status.is5xxServerError() ? incident(request) : "";
    var uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    var key = key(words, status.value());
    if (atDataDoor(uri) || wantsJson(request)) {
      var language = pages.of(request).language();
      return forms.stream()
          .filter(form -> form.speaksAt(uri))
          .findFirst()
          .<ResponseEntity<?>>map(
              form -> form.say(uri, status.value(), language.code(), told(key, incident, language)))
          .orElseGet(() -> problem(status, key, incident, language));
    }
    return new ModelAndView("shell/error", status)
        .addObject("view", new View(status.value(), key, incident));
  }

  private ResponseEntity<ProblemDetail> problem(
      HttpStatusCode status, String key, String incident, Language language) {
    var problem = ProblemDetail.forStatus(status);
    problem.setTitle(words.say(language, key + ".title"));
    problem.setDetail(words.say(language, cure(words, key)));
    if (!incident.isEmpty()) {
      problem.setInstance(URI.create("urn:uuid:" + incident));
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
        .body(problem);
  }

  private String told(String key, String incident, Language language) {
    var told = words.say(language, key + ".title") + ". " + words.say(language, cure(words, key));
    return incident.isEmpty() ? told : told + " urn:uuid:" + incident;
  }

  private static boolean wantsJson(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return accept != null
        && accept.toLowerCase(Locale.ROOT).contains("json")
        && !accept.contains("text/html");
  }

  private static HttpStatusCode status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? HttpStatusCode.valueOf(code)
        : HttpStatus.NOT_FOUND;
  }

  /// The words of a kind of error; those that have none of their own share the words of all.
  static String key(Words words, int status) {
    var own = "error." + status;
    return words.has(Language.FR, own + ".title") ? own : status < 500 ? "error.4xx" : "error.5xx";
  }

  /// What a program's author is told to do, where that differs from what a reader is told.
  static String cure(Words words, String key) {
    return words.has(Language.FR, key + ".data") ? key + ".data" : key + ".cure";
  }

  /// Whether an address is one where programs call.
  static boolean atDataDoor(String uri) {
    return DATA_DOORS.stream().anyMatch(uri::startsWith);
  }

  private static String incident(HttpServletRequest request) {
    var incident = UUID.randomUUID().toString();
    LOG.error(
        "incident {} at {}",
        incident,
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    return incident;
  }
}
