package org.foyal.learning.enrolment.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Participation;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.enrolment.SessionWords;
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

/// The staff's web door to whoever gave no e-mail address: whom to call, whom to tell when they
/// come by, about what, and their answer written down at once.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/calls")
class CallsPage {
  private final Attendance attendance;
  private final Courses courses;
  private final SessionWords words;
  private final Pages pages;

  CallsPage(Attendance attendance, Courses courses, SessionWords words, Pages pages) {
    this.attendance = attendance;
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

  /// Somebody to call, or to tell.
  ///
  /// @param code that goes with the reference, to be read out
  record Line(Participation place, String about, SessionWords.Said said, String code) {
    /// Whether they can take a seat now.
    boolean canAccept() {
      return place.state() == State.OFFERED || about.equals("first-come");
    }

    /// Whether they can turn a seat down.
    boolean canDecline() {
      return place.state() == State.OFFERED;
    }

    boolean hasPhone() {
      return place.learner().phone().isPresent();
    }
  }

  /// What the page shows.
  ///
  /// @param told what was done, or why not, in words
  /// @param wrong whether it was not
  record View(List<Line> lines, String told, boolean wrong) {
    List<Line> toCall() {
      return lines.stream().filter(Line::hasPhone).toList();
    }

    List<Line> toTell() {
      return lines.stream().filter(line -> !line.hasPhone()).toList();
    }
  }

  @GetMapping
  ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
    return show(pages.of(request), response, "");
  }

  @PostMapping
  ModelAndView act(
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = fields.getOrDefault("place", "");
    var told =
        typed.matches("[0-9]{1,18}")
            ? attendance
                .find(Long.parseLong(typed))
                .map(place -> Written.down(attendance, Actor.of(who), place, fields.get("act")))
                .orElse("")
            : "";
    return show(pages.of(request), response, told);
  }

  private ModelAndView show(Page page, HttpServletResponse response, String told) {
    response.setHeader("Cache-Control", "no-store");
    var lines =
        attendance.toCall().stream()
            .map(call ->
                new Line(
                    call.place(),
                    call.about(),
                    words.of(courses.get(call.place().session()), page.language()),
                    attendance.code(call.place())))
            .toList();
    var words = told.isEmpty() ? "" : page.say(told);
    return new ModelAndView("learning/enrolment/counter/calls")
        .addObject("view", new View(lines, words, Written.isProblem(told)));
  }
}
