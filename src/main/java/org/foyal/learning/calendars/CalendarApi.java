package org.foyal.learning.calendars;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.learning.appointments.Diary;
import org.foyal.learning.appointments.Diary.Event;
import org.foyal.learning.calendars.Calendars.Wanted;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.places.Places;
import org.foyal.shell.Freshness;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/// The programs' door to the calendars: all sessions, those of a place, one, those of a trainer. An
/// unchanged calendar is answered with 304.
@RestController
class CalendarApi {
  private static final String TYPE = "text/calendar;charset=UTF-8";

  private final Calendars calendars;
  private final CalendarKeys keys;
  private final Courses courses;
  private final Places places;
  private final Diary diary;
  private final Pages pages;

  /// Whoever guesses secrets is slowed down; a right one always opens.
  private final Pace guesses = new Pace(60, Duration.ofHours(1));

  private final Guesses codes = new Guesses();

  CalendarApi(
      Calendars calendars,
      CalendarKeys keys,
      Courses courses,
      Places places,
      Diary diary,
      Pages pages) {
    this.diary = diary;
    this.calendars = calendars;
    this.keys = keys;
    this.courses = courses;
    this.places = places;
    this.pages = pages;
  }

  @GetMapping("/calendars/workshops.ics")
  @Nullable ResponseEntity<ProblemDetail> all(
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (unknown(request, "place", "language")) {
      return refused("parameter", request);
    }
    var where = place == null ? Optional.<UUID>empty() : id(place).filter(this::there);
    if (place != null && where.isEmpty()) {
      return refused("place", request);
    }
    var reader = reader(language);
    if (reader.isEmpty()) {
      return refused("language", request);
    }
    stream(new Wanted(reader.get(), where, Optional.empty()), request, response, true);
    return null;
  }

  /// A hidden place still tells those who follow it that nothing takes place there.
  private boolean there(UUID place) {
    return places.find(place).isPresent();
  }

  private static boolean unknown(HttpServletRequest request, String... known) {
    return !Set.of(known).containsAll(request.getParameterMap().keySet());
  }

  private static Optional<Language> reader(@Nullable String language) {
    return Language.find(language == null ? "fr" : language);
  }

  @GetMapping("/calendars/workshops/{id}.ics")
  @Nullable ResponseEntity<ProblemDetail> one(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var session = id(id).flatMap(courses::find).orElseThrow(CalendarApi::absent);
    var reader = reader(language);
    if (reader.isEmpty() || unknown(request, "language")) {
      return refused(reader.isEmpty() ? "language" : "parameter.language", request);
    }
    var text = new StringWriter();
    if (!calendars.write(reader.get(), session, text)) {
      throw absent();
    }
    if (!unchanged(id + reader.get(), true, request, response)) {
      send(response, "workshop.ics", text);
    }
    return null;
  }

  private static void send(HttpServletResponse response, String name, StringWriter text)
      throws IOException {
    response.setContentType(TYPE);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Somebody’s own appointment, by its reference and code; kept by no cache.
  @GetMapping("/calendars/appointments/{reference}/{code}.ics")
  void appointment(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var named = Reference.read(Plain.line(reference)).map(Reference::signs).orElse("");
    boolean may = codes.mayTry(named);
    var event = may ? diary.find(Plain.line(reference), Plain.line(code)) : Optional.<Event>empty();
    if (event.isEmpty()) {
      throw may && codes.mayGoOn(request.getRemoteAddr(), named)
          ? absent()
          : new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var text = new StringWriter();
    if (!calendars.write(Language.FR, event.get(), text)) {
      throw absent();
    }
    response.setContentType(TYPE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"");
    response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/calendars/trainers/{secret}.ics")
  @Nullable ResponseEntity<ProblemDetail> trainer(
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var trainer = secret.matches("[A-Za-z0-9_-]{43}") ? keys.open(secret) : Optional.<UUID>empty();
    if (trainer.isEmpty()) {
      throw guesses.allows(request.getRemoteAddr())
          ? absent()
          : new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var reader = reader(language);
    if (reader.isEmpty() || unknown(request, "language")) {
      return refused(reader.isEmpty() ? "language" : "parameter.language", request);
    }
    stream(new Wanted(reader.get(), Optional.empty(), trainer), request, response, false);
    return null;
  }

  private void stream(
      Wanted wanted, HttpServletRequest request, HttpServletResponse response, boolean open)
      throws IOException {
    if (!unchanged(wanted.toString(), open, request, response)) {
      response.setContentType(TYPE);
      calendars.write(wanted, response.getWriter());
    }
  }

  private boolean unchanged(
      String what, boolean open, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, open ? "public, max-age=300" : "private, no-cache");
    var tag = "W/\"" + calendars.stamp() + "-" + Integer.toHexString(what.hashCode()) + "\"";
    return Freshness.unchanged(new ServletWebRequest(request, response), tag);
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private static Optional<UUID> id(String typed) {
    var text = Plain.line(typed);
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private ResponseEntity<ProblemDetail> refused(String what, HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "calendars:" + what,
        page.say("learning.calendars.problem.title"),
        page.say("learning.calendars.problem." + what));
  }
}
