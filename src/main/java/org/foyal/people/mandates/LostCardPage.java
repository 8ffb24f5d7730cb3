package org.foyal.people.mandates;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.people.mandates.HelpingPage.Card;
import org.foyal.shell.Door;
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

/// The administrators' web door to lost cards: somebody comes without card, telephone or e-mail,
/// and their helper is away. Each search is noted; the name stands in no address.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/mandates/lost")
class LostCardPage {
  private static final int SHORTEST = 3;

  private final Cards cards;
  private final Mandates mandates;

  LostCardPage(Cards cards, Mandates mandates) {
    this.cards = cards;
    this.mandates = mandates;
  }

  @Bean
  static Door lostCardDoor() {
    return new Door(
        "/staff/mandates/lost", "people.mandates.lost", 906, Door.Audience.ADMINISTRATOR);
  }

  /// What the page shows.
  ///
  /// @param name as typed
  /// @param problem the key of the words that say what is wrong, or nothing
  /// @param searched whether it was looked for
  record View(String name, String problem, boolean searched, List<Mandate> found) {
    /// A new name for each form of the page.
    UUID form() {
      return UUID.randomUUID();
    }
  }

  @GetMapping
  ModelAndView ask(HttpServletResponse response) {
    return page(new View("", "", false, List.of()), HttpStatus.OK, response);
  }

  @PostMapping
  ModelAndView search(
      @RequestParam(defaultValue = "") String name, SignedIn who, HttpServletResponse response) {
    var line = Plain.line(name);
    var typed = line.length() > 100 ? line.substring(0, 100) : line;
    return typed.length() < SHORTEST
        ? page(
            new View(typed, "people.mandates.lost.short", false, List.of()),
            HttpStatus.UNPROCESSABLE_CONTENT,
            response)
        : page(
            new View(typed, "", true, cards.search(Actor.of(who), typed)), HttpStatus.OK, response);
  }

  @PostMapping("/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
  ModelAndView give(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String form,
      SignedIn who,
      HttpServletResponse response) {
    var making =
        cards
            .giveAtDesk(Actor.of(who), UUID.fromString(id), Plain.formName(form))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return making instanceof Making.Made made
        ? Card.page(made, mandates, "/staff/mandates/lost", response)
        : page(
            new View("", "people.mandates.card.known", false, List.of()),
            HttpStatus.UNPROCESSABLE_CONTENT,
            response);
  }

  private static ModelAndView page(View view, HttpStatus status, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return new ModelAndView("people/mandates/lost", status).addObject("view", view);
  }
}
