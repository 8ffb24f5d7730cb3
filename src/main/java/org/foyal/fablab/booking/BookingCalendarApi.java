package org.foyal.fablab.booking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.kernel.Reference;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The programs' door to one's own booking as iCalendar (RFC 5545), by its reference and code; kept
/// by no cache. It names nobody.
@RestController("fablabBookingCalendarApi")
class BookingCalendarApi {
  private final Guesses guesses = new Guesses();
  private final Bookings bookings;
  private final Machines machines;
  private final Weighing.Now now;

  BookingCalendarApi(Bookings bookings, Machines machines, Weighing.Now now) {
    this.bookings = bookings;
    this.machines = machines;
    this.now = now;
  }

  @GetMapping("/calendars/machines/{reference}/{code}.ics")
  void booking(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var named = Reference.read(Plain.line(reference));
    var signs = named.map(Reference::signs).orElse("");
    boolean may = guesses.mayTry(signs);
    var found = named.filter(_ -> may).flatMap(one -> bookings.find(one, Plain.line(code)));
    if (found.isEmpty()) {
      throw new ResponseStatusException(
          may && guesses.mayGoOn(request.getRemoteAddr(), signs)
              ? HttpStatus.NOT_FOUND
              : HttpStatus.TOO_MANY_REQUESTS);
    }
    var calendar = new Calendar();
    calendar.withProdId("-//Foyal//FabLab//EN").withDefaults();
    calendar.add(new Method(Method.VALUE_PUBLISH));
    calendar.add(event(found.get()));
    var text = new StringWriter();
    new CalendarOutputter(false).output(calendar, text);
    response.setContentType("text/calendar;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"machine.ics\"");
    response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private VEvent event(Booking booking) {
    var title =
        machines
            .findType(booking.type())
            .map(MachineType::title)
            .map(told -> told.in(Language.FR))
            .orElse(booking.type());
    var event = new VEvent(false);
    event.add(new Uid(booking.id() + "@bookings.foyal"));
    event.add(new DtStamp(now.instant()));
    event.add(new Sequence(booking.sequence()));
    event.add(new Status(status(booking)));
    event.add(new Clazz("PRIVATE"));
    event.add(new DtStart<>(booking.span().from()));
    event.add(new DtEnd<>(booking.span().until()));
    event.add(new Summary("FabLab – " + title));
    return event;
  }

  /// Whoever waits has a tentative hour.
  private static String status(Booking booking) {
    return switch (booking.state()) {
      case CONFIRMED, PRESENT, LATE, NO_SHOW -> "CONFIRMED";
      case WAITING, OFFERED -> "TENTATIVE";
      case EXCUSED, REVOKED, LAPSED -> "CANCELLED";
    };
  }
}
