package org.foyal.learning.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to whoever is to be called, since they gave a telephone and no e-mail
/// address: what to tell them, and their answer written down at once.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/calls")
class CallsPage {
  private final Attendance attendance;
  private final Enrolments enrolments;
  private final Courses courses;
  private final SessionWords words;
  private final Pages pages;

  CallsPage(
      Attendance attendance,
      Enrolments enrolments,
      Courses courses,
      SessionWords words,
      Pages pages) {
    this.attendance = attendance;
    this.enrolments = enrolments;
    this.courses = courses;
    this.words = words;
    this.pages = pages;
  }

  @Bean
  static Door callsDoor() {
    return new Door(
        "/staff/learning/calls",
        "learning.enrolment.call",
        32,
        Door.Audience.STAFF,
        Role.MEDIATOR,
        Role.AGENT,
        Role.ADMIN);
  }

  /// Somebody to call.
  ///
  /// @param code that goes with the reference, to be read out
  record Line(Participation place, String about, SessionWords.Said said, String code) {
    /// Whether they can take a seat now.
    boolean canAccept() {
      return place.state() == State.OFFERED || about.equals("first-come");
    }

    /// Whether they are asked if they come.
    boolean canConfirm() {
      return place.state() == State.CONFIRMED && place.toConfirm() && !place.confirmed();
    }
  }

  /// What the page shows.
  record View(List<Line> lines, String told) {}

  @GetMapping
  ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
    return show(request, response, "");
  }

  @PostMapping
  ModelAndView act(
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = fields.getOrDefault("place", "");
    var place =
        typed.matches("[0-9]{1,18}")
            ? attendance.find(Long.parseLong(typed))
            : java.util.Optional.<Participation>empty();
    var page = pages.of(request);
    return show(
        request, response, place.map(one -> page.say(done(one, fields, Actor.of(who)))).orElse(""));
  }

  private String done(Participation place, Map<String, String> fields, Actor by) {
    var reference = place.reference().toString();
    var code = attendance.code(place);
    var act = fields.getOrDefault("act", "");
    var acting =
        switch (act) {
          case "accept" -> enrolments.accept(reference, code);
          case "confirm" -> enrolments.confirm(reference, code);
          default -> new Acting.Done(place);
        };
    if (acting instanceof Acting.Not(var _, String problem)) {
      return problem;
    }
    if (act.equals("accept") || act.equals("confirm")) {
      attendance.did(by, place);
    }
    attendance.called(by, place.id());
    return "learning.enrolment.done.called";
  }

  private ModelAndView show(HttpServletRequest request, HttpServletResponse response, String told) {
    response.setHeader("Cache-Control", "no-store");
    Page page = pages.of(request);
    var lines =
        attendance.toCall().stream()
            .map(call ->
                new Line(
                    call.place(),
                    call.about(),
                    words.of(courses.get(call.place().session()), page.language()),
                    attendance.code(call.place())))
            .toList();
    return new ModelAndView("learning/enrolment/calls").addObject("view", new View(lines, told));
  }
}
