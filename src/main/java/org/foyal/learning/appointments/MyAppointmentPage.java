package org.foyal.learning.appointments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.learning.appointments.Appointment.Change;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.learning.appointments.Appointments.Followed;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one’s own appointment, without an account. A form answers with the page itself,
/// so that no code stays in the addresses that a shared computer remembers; wrong codes are counted
/// by sender.
@Controller
class MyAppointmentPage {

  private final Guesses guesses = new Guesses();
  private final Appointments appointments;
  private final AppointmentWords words;
  private final Pages pages;

  MyAppointmentPage(Appointments appointments, AppointmentWords words, Pages pages) {
    this.appointments = appointments;
    this.words = words;
    this.pages = pages;
  }

  /// What is typed.
  ///
  /// @param act nothing, `cancel` or `erase`
  record Form(
      @Nullable String reference,
      @Nullable String code,
      @Nullable String act,
      @Nullable String reason) {}

  /// The page that asks for a reference and its code.
  ///
  /// @param problem the key of the words that say why it did not open, or nothing
  record Ask(String reference, String problem) {}

  /// The page of an appointment.
  ///
  /// @param done,problem the key of the words that say what was done, or why not, or nothing
  record View(Followed followed, AppointmentWords.Said said, String done, String problem) {
    List<Reason> reasons() {
      return Arrays.stream(Reason.values()).filter(Reason::own).toList();
    }
  }

  @GetMapping("/appointments/mine")
  ModelAndView ask(HttpServletResponse response) {
    return ask(response, new Ask("", ""), HttpStatus.OK);
  }

  @GetMapping("/appointments/mine/{reference}/{code}")
  ModelAndView open(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(new Form(reference, code, "", ""), request, response);
  }

  @PostMapping("/appointments/mine")
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    return show(form, request, response);
  }

  private ModelAndView show(Form form, HttpServletRequest request, HttpServletResponse response) {
    var reference = typed(form.reference());
    var code = typed(form.code());
    var read = Reference.read(reference).map(Reference::signs);
    if (read.isEmpty()) {
      var no = new Ask(reference, "learning.appointments.problem.reference");
      return ask(response, no, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    boolean may = guesses.mayTry(read.get());
    if (!may || appointments.follow(reference, code).isEmpty()) {
      if (!may || !guesses.mayGoOn(request.getRemoteAddr(), read.get())) {
        var wait = new Ask(reference, "learning.appointments.problem.wait");
        return ask(response, wait, HttpStatus.TOO_MANY_REQUESTS);
      }
      var no = new Ask(reference, "learning.appointments.problem.code");
      return ask(response, no, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return acted(form, reference, code, request, response);
  }

  private ModelAndView acted(
      Form form,
      String reference,
      String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    discreet(response);
    var act = typed(form.act());
    var reason =
        Arrays.stream(Reason.values())
            .filter(one -> one.own() && one.name().equals(form.reason()))
            .findFirst();
    var change =
        switch (act) {
          case "erase" -> Optional.of(appointments.erase(reference, code));
          case "cancel" -> reason.map(why -> appointments.cancel(reference, code, why));
          default -> Optional.<Change>empty();
        };
    boolean done = change.filter(one -> one instanceof Change.Done).isPresent();
    var problem =
        change.map(one -> one instanceof Change.Not(var _, String why) ? why : "").orElse("");
    if (act.equals("cancel") && reason.isEmpty()) {
      problem = "learning.appointments.problem.reason";
    }
    var followed = appointments.follow(reference, code).orElseThrow();
    var one = followed.appointment();
    return new ModelAndView(
            "learning/appointments/mine", problem.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
        .addObject(
            "view",
            new View(
                followed,
                words.of(one.slot(), one.need(), pages.of(request).language()),
                done
                    ? "learning.appointments.done."
                        + act
                        + (act.equals("erase") && !followed.proven() ? "-one" : "")
                    : "",
                problem));
  }

  private static ModelAndView ask(HttpServletResponse response, Ask ask, HttpStatus status) {
    discreet(response);
    return new ModelAndView("learning/appointments/ask", status).addObject("ask", ask);
  }

  /// Kept by no cache and found by no search engine.
  private static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private static String typed(@Nullable String text) {
    var line = Plain.line(text);
    return line.length() > 60 ? line.substring(0, 60) : line;
  }
}
