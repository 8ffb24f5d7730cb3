package org.foyal.learning.enrolment.twins;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.people.Actor;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to those at a session who may be down twice.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/sessions/{session:[0-9a-f-]{36}}/twins")
class TwinsPage {
  private final Twins twins;
  private final Courses courses;

  TwinsPage(Twins twins, Courses courses) {
    this.twins = twins;
    this.courses = courses;
  }

  /// What the page shows.
  ///
  /// @param became what became of joining, if somebody was joined
  record View(Session session, Told title, List<Twin> twins, Optional<Twins.Joined> became) {}

  @GetMapping
  ModelAndView show(@PathVariable UUID session, HttpServletResponse response) {
    return show(find(session), Optional.empty(), response);
  }

  @PostMapping
  ModelAndView join(
      @PathVariable UUID session,
      @RequestParam(defaultValue = "") String here,
      @RequestParam(defaultValue = "") String other,
      SignedIn who,
      HttpServletResponse response) {
    var found = find(session);
    var became =
        id(here)
            .flatMap(
                kept -> id(other).map(second -> twins.join(Actor.of(who), session, kept, second)))
            .orElse(Twins.Joined.GONE);
    return show(found, Optional.of(became), response);
  }

  private ModelAndView show(
      Session session, Optional<Twins.Joined> became, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    boolean good = became.filter(one -> one != Twins.Joined.DONE).isEmpty();
    return new ModelAndView(
            "learning/enrolment/twins/list", good ? HttpStatus.OK : HttpStatus.CONFLICT)
        .addObject(
            "view",
            new View(
                session,
                courses.findCourse(session.course()).orElseThrow().title(),
                twins.of(session.id()),
                became));
  }

  private static Optional<UUID> id(String typed) {
    return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(typed))
        : Optional.empty();
  }

  private Session find(UUID session) {
    return courses
        .find(session)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
