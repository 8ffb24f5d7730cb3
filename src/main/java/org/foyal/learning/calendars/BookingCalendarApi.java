package org.foyal.learning.calendars;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.foyal.kernel.Reference;
import org.foyal.learning.enrolment.Enrolments;
import org.foyal.learning.enrolment.Participation.Booking;
import org.foyal.shell.Freshness;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.shell.guard.Guesses;
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

/// The programs' door to one's own place in a session, for one's own calendar: whoever has the
/// reference and its code. It says what became of it, and is kept by no cache of others.
@RestController
class BookingCalendarApi {
  private static final int LONGEST = 60;

  private final Guesses guesses = new Guesses();
  private final Enrolments enrolments;
  private final Calendars calendars;
  private final Pages pages;

  BookingCalendarApi(Enrolments enrolments, Calendars calendars, Pages pages) {
    this.enrolments = enrolments;
    this.calendars = calendars;
    this.pages = pages;
  }

  @GetMapping("/calendars/mine/{reference}/{code}.ics")
  @Nullable ResponseEntity<ProblemDetail> mine(
      @PathVariable String reference,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var named = Reference.read(typed(reference)).map(Reference::signs).orElse("");
    boolean may = guesses.mayTry(named);
    var booking =
        may ? enrolments.findBooking(typed(reference), typed(code)) : Optional.<Booking>empty();
    if (booking.isEmpty()) {
      throw new ResponseStatusException(
          may && guesses.mayGoOn(request.getRemoteAddr(), named)
              ? HttpStatus.NOT_FOUND
              : HttpStatus.TOO_MANY_REQUESTS);
    }
    var reader = Language.find(language == null ? "fr" : language);
    if (reader.isEmpty() || !Set.of("language").containsAll(request.getParameterMap().keySet())) {
      return refused(reader.isEmpty() ? "language" : "parameter.language", request);
    }
    var text = new StringWriter();
    calendars.write(reader.get(), booking.get(), text);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    var tag = "W/\"" + Integer.toHexString(text.toString().hashCode()) + "\"";
    if (!Freshness.unchanged(new ServletWebRequest(request, response), tag)) {
      response.setContentType("text/calendar;charset=UTF-8");
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"workshop.ics\"");
      response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return null;
  }

  private static String typed(String text) {
    var line = Plain.line(text);
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
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
