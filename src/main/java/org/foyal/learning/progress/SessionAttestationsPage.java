package org.foyal.learning.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
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

/// The staff's web door to the attestations of a session: one, some or all, each on its sheet, with
/// the name as the person wants it to stand there.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/sessions/{session:[0-9a-f-]{36}}/attestations")
class SessionAttestationsPage {
  private final Attestations attestations;
  private final AttestationPaper paper;
  private final Courses courses;
  private final Pages pages;

  SessionAttestationsPage(
      Attestations attestations, AttestationPaper paper, Courses courses, Pages pages) {
    this.attestations = attestations;
    this.paper = paper;
    this.courses = courses;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param names as typed, by the number of the place
  /// @param problems the key of the words that say what is wrong, by the number of the place
  /// @param problem the key of the words that say why nothing is printed, or nothing
  record View(
      Session session,
      Told title,
      List<Participation> people,
      Map<Long, String> names,
      Map<Long, String> problems,
      String problem) {
    String name(Participation place) {
      return names.getOrDefault(place.id(), place.learner().name());
    }
  }

  @GetMapping
  ModelAndView show(@PathVariable UUID session, HttpServletResponse response) {
    return show(find(session), Map.of(), Map.of(), "", response);
  }

  @PostMapping
  Object print(
      @PathVariable UUID session,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var found = find(session);
    var names = new HashMap<Long, String>();
    var problems = new HashMap<Long, String>();
    for (var place : attestations.people(session)) {
      if (fields.containsKey("print-" + place.id())) {
        var name = Plain.line(fields.get("name-" + place.id()));
        names.put(place.id(), name.length() > 200 ? name.substring(0, 200) : name);
        if (!Attestation.canBeSet(name)) {
          problems.put(place.id(), "learning.progress.problem.name");
        }
      }
    }
    if (names.isEmpty() || !problems.isEmpty()) {
      var problem =
          problems.isEmpty()
              ? "learning.progress.problem.nobody"
              : "learning.progress.problem.name";
      return show(found, names, problems, problem, response);
    }
    return paper.print(
        pages.of(request), attestations.issue(Actor.of(who), session, names), "attestations.pdf");
  }

  private ModelAndView show(
      Session session,
      Map<Long, String> names,
      Map<Long, String> problems,
      String problem,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return new ModelAndView(
            "learning/progress/sessionattestations",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                session,
                courses.findCourse(session.course()).orElseThrow().title(),
                attestations.people(session.id()),
                names,
                problems,
                problem));
  }

  private Session find(UUID session) {
    return courses
        .find(session)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
