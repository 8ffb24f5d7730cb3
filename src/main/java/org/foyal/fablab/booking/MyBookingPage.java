package org.foyal.fablab.booking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.fablab.booking.Booking.Reason;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.kernel.Reference;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one’s own booking, without an account: to follow it, take what is offered, say
/// that one comes, and give it back.
@Controller
class MyBookingPage {
  private static final int WRONG_AN_HOUR = 30;

  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
  private final Bookings bookings;
  private final Machines machines;
  private final BookingLetters letters;
  private final ShellSettings city;
  private final Pages pages;

  MyBookingPage(
      Bookings bookings,
      Machines machines,
      BookingLetters letters,
      ShellSettings city,
      Pages pages) {
    this.bookings = bookings;
    this.machines = machines;
    this.letters = letters;
    this.city = city;
    this.pages = pages;
  }

  /// What is typed.
  ///
  /// @param act `confirm`, `move` or `cancel`
  /// @param day,start where it is moved to
  record Form(
      @Nullable String reference,
      @Nullable String code,
      @Nullable String act,
      @Nullable String reason,
      @Nullable String day,
      @Nullable String start) {}

  /// The page.
  ///
  /// @param told the key of the words that say what was done, or why not, or nothing
  /// @param good whether it was done
  record View(
      Booking booking, String code, String when, MachineType type, String told, boolean good) {
    List<Reason> reasons() {
      return Stream.of(Reason.values()).filter(Reason::own).toList();
    }
  }

  @GetMapping("/fablab/bookings/mine/{reference}/{code}")
  ModelAndView open(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return act(new Form(reference, code, "", "", "", ""), request, response);
  }

  @PostMapping("/fablab/bookings/mine")
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    var from = request.getRemoteAddr();
    if (!wrong.wouldAllow(from)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var reference = Reference.read(Plain.text(form.reference()));
    var code = Plain.text(form.code());
    if (reference.flatMap(one -> bookings.find(one, code)).isEmpty()) {
      wrong.allows(from);
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return switch (Plain.text(form.act())) {
      case "confirm" ->
          show(
              request,
              reference.get(),
              code,
              told("confirm", bookings.confirm(reference.get(), code)));
      case "move" -> {
        var why = moved(reference.get(), code, form);
        yield show(
            request,
            reference.get(),
            code,
            Optional.of(new Told(why.orElse("fablab.booking.told.move"), why.isEmpty())));
      }
      case "cancel" -> {
        boolean done =
            Reason.own(Plain.text(form.reason()))
                .filter(why -> bookings.cancel(reference.get(), code, why))
                .isPresent();
        yield show(request, reference.get(), code, told("cancel", done));
      }
      default -> show(request, reference.get(), code, Optional.empty());
    };
  }

  /// To another moment, for as long as before.
  private Optional<String> moved(Reference reference, String code, Form form) {
    var before = bookings.find(reference, code).orElseThrow().span();
    try {
      var from =
          LocalDate.parse(Plain.line(form.day()))
              .atTime(LocalTime.parse(Plain.line(form.start())))
              .atZone(city.timeZone())
              .toInstant();
      var span = new Span(from, from.plus(Duration.ofMinutes(before.minutes())));
      return Refused.words(bookings.move(reference, code, span));
    } catch (DateTimeException none) {
      return Optional.of("fablab.booking.problem.start");
    }
  }

  private record Told(String words, boolean good) {}

  private static Optional<Told> told(String what, boolean done) {
    return Optional.of(new Told("fablab.booking.told." + what + (done ? "" : ".not"), done));
  }

  private ModelAndView show(
      HttpServletRequest request, Reference reference, String code, Optional<Told> told) {
    var booking = bookings.find(reference, code).orElseThrow();
    var type = machines.findType(booking.type()).orElseThrow();
    var language = pages.of(request).language();
    boolean good = told.map(Told::good).orElse(true);
    return new ModelAndView(
            "fablab/booking/mine", good ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                booking,
                code,
                letters.when(booking.span(), language),
                type,
                told.map(Told::words).orElse(""),
                good));
  }
}
