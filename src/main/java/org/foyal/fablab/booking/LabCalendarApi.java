package org.foyal.fablab.booking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.machines.WeeklyHours;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The programs' door to the lab's four weeks to come as iCalendar (RFC 5545): when it is open, and
/// when which machine or the lab for a group is taken. Nobody is named, and no group.
@RestController("fablabLabCalendarApi")
class LabCalendarApi {
  private static final Duration AHEAD = Duration.ofDays(28);
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final LabDays days;
  private final LabHours hours;
  private final Machines machines;
  private final Weighing.Now now;
  private final Words words;
  private final Pages pages;

  LabCalendarApi(
      LabDays days, LabHours hours, Machines machines, Weighing.Now now, Words words, Pages pages) {
    this.days = days;
    this.hours = hours;
    this.machines = machines;
    this.now = now;
    this.words = words;
    this.pages = pages;
  }

  @GetMapping("/calendars/fablab.ics")
  ResponseEntity<?> lab(
      @RequestParam(required = false) @Nullable String language, HttpServletRequest request)
      throws IOException {
    var reader = Language.find(language == null ? "fr" : language);
    boolean more =
        request.getParameterMap().keySet().stream().anyMatch(one -> !one.equals("language"));
    if (reader.isEmpty() || more) {
      var page = pages.of(request);
      return Problems.answer(
          page,
          HttpStatus.BAD_REQUEST,
          "fablab:calendar",
          page.say("fablab.booking.calendar.refused"),
          page.say("fablab.booking.calendar.parameter"));
    }
    var text = new StringWriter();
    new CalendarOutputter(false).output(calendar(reader.get()), text);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"fablab.ics\"")
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Calendar calendar(Language reader) {
    var from = now.instant();
    var span = new Span(from, from.plus(AHEAD));
    var calendar = new Calendar();
    calendar.withProdId("-//Foyal//FabLab//EN").withDefaults();
    calendar.add(new Method(Method.VALUE_PUBLISH));
    open(span, reader).forEach(calendar::add);
    taken(span, reader).forEach(calendar::add);
    groups(span, reader).forEach(calendar::add);
    return calendar;
  }

  private Stream<VEvent> open(Span span, Language reader) {
    boolean invented = hours.listWeekly().stream().anyMatch(WeeklyHours::example);
    return hours.between(span.from(), span.until()).stream()
        .map(one -> {
          var said = words.say(reader, "fablab.booking.calendar.open." + one.kind());
          var event =
              event(
                  "open " + one.from(),
                  new Span(one.from(), one.until()),
                  marked(said, invented, reader));
          event.add(new Transp(Transp.VALUE_TRANSPARENT));
          return event;
        });
  }

  private Stream<VEvent> taken(Span span, Language reader) {
    var names = machines.list().stream().collect(Collectors.toMap(Machine::id, Machine::name));
    return days.within(span).stream()
        .filter(one -> one.state().holds())
        .map(one -> {
          var machine = names.getOrDefault(one.machine(), "");
          var said = words.say(reader, "fablab.booking.calendar.taken", machine);
          return event("taken " + one.id(), one.span(), marked(said, one.example(), reader));
        });
  }

  private Stream<VEvent> groups(Span span, Language reader) {
    return days.groups(span).stream()
        .filter(one -> one.state() == State.CONFIRMED)
        .map(one ->
            event(
                "group " + one.id(),
                one.span(),
                words.say(reader, "fablab.booking.calendar.group")));
  }

  /// What a demonstration invented says so.
  private String marked(String summary, boolean example, Language reader) {
    return example ? summary + " (" + words.say(reader, "fablab.booking.example") + ")" : summary;
  }

  /// What a form is called opens nothing, and stays unsaid all the same.
  private VEvent event(String what, Span span, String summary) {
    var event = new VEvent(false);
    event.add(
        new Uid(UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)) + "@fablab.foyal"));
    event.add(new DtStamp(now.instant()));
    event.add(new DtStart<>(span.from()));
    event.add(new DtEnd<>(span.until()));
    event.add(new Summary(summary));
    return event;
  }
}
