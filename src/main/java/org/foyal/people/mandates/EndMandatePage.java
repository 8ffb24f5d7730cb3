package org.foyal.people.mandates;

import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The counters' web door to mandates: a person asks there to end theirs, as their card says, and
/// it is ended by its reference. Nothing of the mandate is shown.
@Controller
@For({Role.AGENT, Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/mandates/end")
class EndMandatePage {
  private final Mandates mandates;

  EndMandatePage(Mandates mandates) {
    this.mandates = mandates;
  }

  @Bean
  static Door mandateCounterDoor() {
    return new Door(
        "/staff/mandates/end",
        "people.mandates.counter",
        15,
        Door.Audience.STAFF,
        Role.AGENT,
        Role.MEDIATOR,
        Role.ADMIN);
  }

  /// What the page shows.
  ///
  /// @param reference as typed
  /// @param ended whether that mandate was just ended
  /// @param problem the key of the words that say why not, or nothing
  record View(String reference, boolean ended, String problem) {}

  @GetMapping
  ModelAndView ask() {
    return page(new View("", false, ""), HttpStatus.OK);
  }

  @PostMapping
  ModelAndView end(@RequestParam(defaultValue = "") String reference, SignedIn who) {
    var line = Plain.line(reference);
    var typed = line.length() > 40 ? line.substring(0, 40) : line;
    if (Reference.read(typed).isEmpty()) {
      return refused(typed, "people.mandates.problem.reference");
    }
    return mandates.endAtCounter(Actor.of(who), typed)
        ? page(new View("", true, ""), HttpStatus.OK)
        : refused(typed, "people.mandates.counter.none");
  }

  private static ModelAndView refused(String typed, String problem) {
    return page(new View(typed, false, problem), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView page(View view, HttpStatus status) {
    return new ModelAndView("people/mandates/counter", status).addObject("view", view);
  }
}
