package org.foyal.learning.appointments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.appointments.Appointment.Change;
import org.foyal.learning.appointments.Reception.Day;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff’s web door to today at a place: who is expected next, who came without an appointment,
/// in one tap each, on a telephone.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/today")
class DayPage {
  private static final String ID = "/{place:[0-9a-f-]{36}}";
  private static final Set<String> DONE = Set.of("recorded", "came", "missed", "left", "booked");

  private final Reception reception;
  private final AppointmentWords words;
  private final Pages pages;

  DayPage(Reception reception, AppointmentWords words, Pages pages) {
    this.reception = reception;
    this.words = words;
    this.pages = pages;
  }

  @Bean
  static Door todayDoor() {
    return new Door(
        "/staff/learning/today",
        "learning.appointments.today",
        11,
        Door.Audience.STAFF,
        Role.MEDIATOR,
        Role.AGENT,
        Role.ADMIN);
  }

  /// The page of a place, below the language.
  static String at(UUID place) {
    return "/staff/learning/today/" + place;
  }

  /// Somebody who is expected.
  ///
  /// @param came,missed whether it can be noted that they came, or did not
  record Line(Appointment appointment, String hour, String what, boolean came, boolean missed) {}

  /// What the page shows.
  ///
  /// @param records whether whoever looks records what was done
  /// @param given the number that was just given
  /// @param told the key of what was done or stands in the way, or empty
  record View(
      UUID place,
      String name,
      String today,
      Map<String, String> places,
      Day day,
      List<Line> lines,
      boolean records,
      Optional<TicketStore.Ticket> given,
      String told,
      String form) {
    String at() {
      return DayPage.at(place);
    }

    /// How many wait before one who has a number.
    int before(TicketStore.Ticket one) {
      return day.waiting().indexOf(one);
    }
  }

  @GetMapping
  ModelAndView choose(SignedIn who, HttpServletRequest request) {
    var place = reception.placeToday(words.trainerOf(who.id()));
    return place
        .map(one -> new ModelAndView("redirect:" + pages.of(request).href(at(one))))
        .orElseGet(() ->
            new ModelAndView("learning/appointments/places").addObject("places", words.places()));
  }

  @GetMapping(ID)
  ModelAndView show(
      @PathVariable String place,
      @RequestParam(defaultValue = "") String done,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var told = DONE.contains(done) ? "learning.appointments.done." + done : "";
    return show(get(place), told, Optional.empty(), new Seen(who, request, response));
  }

  /// Who looks, and how.
  private record Seen(SignedIn who, HttpServletRequest request, HttpServletResponse response) {}

  @PostMapping(ID + "/arrive")
  ModelAndView arrive(
      @PathVariable String place,
      @RequestParam(defaultValue = "") String form,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var there = get(place);
    var given = reception.arrive(Actor.of(who), Plain.formName(form), there);
    return show(there, "", Optional.of(given), new Seen(who, request, response));
  }

  @PostMapping(ID + "/note")
  ModelAndView note(
      @PathVariable String place,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var there = get(place);
    var act = fields.getOrDefault("act", "");
    var ticket = TakePage.id(fields.get("ticket"));
    var told =
        ticket.isPresent()
            ? ended(ticket.get(), act)
            : TakePage.id(fields.get("appointment"))
                .map(id -> noted(reception.note(Actor.of(who), id, !act.equals("missed")), act))
                .orElse("learning.appointments.problem.gone");
    return show(there, told, Optional.empty(), new Seen(who, request, response));
  }

  private String ended(UUID ticket, String act) {
    return reception.end(ticket, act.equals("came"))
        ? "learning.appointments.done." + (act.equals("came") ? "came" : "left")
        : "learning.appointments.problem.noted";
  }

  private static String noted(Change change, String act) {
    return switch (change) {
      case Change.Done _ ->
          "learning.appointments.done." + (act.equals("missed") ? "missed" : "came");
      case Change.Not(var _, String problem) -> problem;
      case Change.NotThere() -> "learning.appointments.problem.gone";
    };
  }

  private UUID get(String place) {
    return TakePage.id(place)
        .filter(one -> words.place(one).isPresent())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView show(
      UUID place, String told, Optional<TicketStore.Ticket> given, Seen seen) {
    seen.response().setHeader("Cache-Control", "no-store");
    var language = pages.of(seen.request()).language();
    var day = reception.day(place, reception.today());
    var roles = seen.who().roles();
    var lines =
        day.expected().stream()
            .map(one ->
                new Line(
                    one,
                    words.hour(one.slot().startsAt(), language),
                    words.need(one.need(), language),
                    reception.begun(one, true),
                    reception.begun(one, false)))
            .toList();
    return new ModelAndView("learning/appointments/day")
        .addObject(
            "view",
            new View(
                place,
                words.placeName(place),
                words.day(day.day(), language),
                words.places(),
                day,
                lines,
                roles.contains(Role.MEDIATOR) || roles.contains(Role.ADMIN),
                given,
                told,
                UUID.randomUUID().toString()));
  }
}
