package org.foyal.learning.appointments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.appointments.Appointment.Change;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.learning.appointments.Appointment.State;
import org.foyal.learning.appointments.Appointment.Why;
import org.foyal.learning.appointments.AppointmentStore.Note;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff’s web door to one appointment – moving it, taking it back, correcting what was noted –
/// and to whoever is to be told of a change that no letter told.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/appointments")
class AppointmentPage {
  private static final String ID = "/{id:[0-9a-f-]{36}}";
  private static final int SHOWN = 200;

  private final Reception reception;
  private final Appointments appointments;
  private final AppointmentWords words;
  private final Pages pages;

  AppointmentPage(
      Reception reception, Appointments appointments, AppointmentWords words, Pages pages) {
    this.reception = reception;
    this.appointments = appointments;
    this.words = words;
    this.pages = pages;
  }

  /// What the page of one shows.
  ///
  /// @param told,problem the key of what was done, or of what stands in the way, or empty
  /// @param hours free hours to which it can be moved
  record View(
      Appointment one,
      AppointmentWords.Said said,
      String code,
      List<Note> notes,
      Map<String, String> hours,
      String told,
      String problem) {
    Map<String, String> reasons(Page page) {
      var found = new LinkedHashMap<String, String>();
      Arrays.stream(Reason.values())
          .filter(Reason::deskMaySay)
          .forEach(one -> found.put(one.name(), page.say(one.words())));
      return found;
    }

    /// What it can be corrected to.
    Map<String, String> states(Page page) {
      var found = new LinkedHashMap<String, String>();
      for (var state : List.of(State.SEEN, State.NO_SHOW, State.EXCUSED)) {
        if (state != one.state()) {
          found.put(state.name(), page.say(state.words()));
        }
      }
      return found;
    }

    Map<String, String> whys(Page page) {
      var found = new LinkedHashMap<String, String>();
      for (var why : Why.values()) {
        found.put(why.name(), page.say(why.words()));
      }
      return found;
    }

    boolean noted() {
      return one.state() == State.SEEN || one.state() == State.NO_SHOW;
    }
  }

  /// Somebody to call.
  ///
  /// @param code that goes with the reference, to be read out
  record Call(Appointment one, String about, AppointmentWords.Said said, String code) {}

  /// Whom to call.
  record Calls(List<Call> lines, boolean called) {}

  @GetMapping(ID)
  ModelAndView show(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    return show(get(id).id(), "", "", request, response);
  }

  @PostMapping(ID)
  ModelAndView act(
      @PathVariable String id,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var one = get(id).id();
    var by = Actor.of(who);
    var act = fields.getOrDefault("act", "");
    Optional<Change> change =
        switch (act) {
          case "move" -> TakePage.id(fields.get("slot")).map(slot -> reception.move(by, one, slot));
          case "cancel" ->
              find(Reason.values(), fields.get("reason"))
                  .filter(Reason::deskMaySay)
                  .map(reason -> reception.cancel(by, one, reason));
          case "correct" -> correct(by, one, fields);
          default -> Optional.empty();
        };
    return change
        .map(came ->
            switch (came) {
              case Change.Done _ ->
                  show(one, "learning.appointments.done." + act, "", request, response);
              case Change.Not(var _, String why) -> show(one, "", why, request, response);
              case Change.NotThere() ->
                  show(one, "", "learning.appointments.problem.taken", request, response);
            })
        .orElseGet(() -> show(one, "", "learning.appointments.problem.choose", request, response));
  }

  private Optional<Change> correct(Actor by, UUID one, Map<String, String> fields) {
    var was = find(State.values(), fields.get("was"));
    var now = find(State.values(), fields.get("now"));
    var why = find(Why.values(), fields.get("why"));
    return was.isEmpty() || now.isEmpty() || why.isEmpty()
        ? Optional.empty()
        : Optional.of(reception.correct(by, one, was.get(), now.get(), why.get()));
  }

  private static <E extends Enum<E>> Optional<E> find(E[] all, @Nullable String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
  }

  @GetMapping("/calls")
  ModelAndView calls(HttpServletRequest request, HttpServletResponse response) {
    return calls(false, request, response);
  }

  @PostMapping("/calls")
  ModelAndView called(
      @RequestParam(defaultValue = "") String appointment,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var found = TakePage.id(appointment).flatMap(reception::find);
    found.ifPresent(one -> reception.called(Actor.of(who), one.id()));
    return calls(found.isPresent(), request, response);
  }

  private ModelAndView calls(
      boolean called, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var language = pages.of(request).language();
    var lines =
        reception.toCall().stream()
            .map(one ->
                new Call(
                    one.appointment(),
                    one.about(),
                    words.of(one.appointment().slot(), one.appointment().need(), language),
                    reception.code(one.appointment())))
            .toList();
    return new ModelAndView("learning/appointments/calls")
        .addObject("view", new Calls(lines, called));
  }

  private Appointment get(String id) {
    return TakePage.id(id)
        .flatMap(reception::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView show(
      UUID id,
      String told,
      String problem,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var language = pages.of(request).language();
    var one = reception.find(id).orElseThrow();
    var hours = new LinkedHashMap<String, String>();
    if (one.state() == State.UNKNOWN) {
      appointments
          .freeAtTheDesk(Optional.empty(), Optional.empty(), SHOWN)
          .forEach(slot -> hours.put(slot.id().toString(), words.line(slot, language)));
    }
    return new ModelAndView(
            "learning/appointments/one", problem.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
        .addObject(
            "view",
            new View(
                one,
                words.of(one.slot(), one.need(), language),
                reception.code(one),
                reception.notes(id),
                hours,
                told,
                problem));
  }
}
