package org.foyal.learning.enrolment.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Participation;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.enrolment.SessionWords;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to one place: a slip of paper in the person's language with all that they
/// need, and their answer written down.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/seats/{id:[0-9]{1,18}}")
class SlipPage {
  private final Attendance attendance;
  private final Courses courses;
  private final SessionWords words;
  private final SiteAddress site;
  private final Pages pages;

  SlipPage(
      Attendance attendance, Courses courses, SessionWords words, SiteAddress site, Pages pages) {
    this.attendance = attendance;
    this.courses = courses;
    this.words = words;
    this.site = site;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param said the session in the person's language
  /// @param code that goes with the reference
  /// @param ahead how many wait longer
  /// @param address where reference and code are typed
  /// @param told what was done, or why not, in words
  /// @param wrong whether it was not
  record View(
      Participation place,
      Session session,
      SessionWords.Said said,
      String code,
      int ahead,
      String address,
      String told,
      boolean wrong) {
    boolean canAnswer() {
      return place.state() == State.OFFERED;
    }

    /// Whether an erased person is on the slip, who needs none.
    boolean empty() {
      return place.learner().erased();
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    return show(id, pages.of(request), response, "");
  }

  @PostMapping
  ModelAndView act(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String act,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var told = Written.down(attendance, Actor.of(who), get(id), act);
    return show(id, pages.of(request), response, told);
  }

  private Participation get(long id) {
    return attendance.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView show(long id, Page page, HttpServletResponse response, String told) {
    response.setHeader("Cache-Control", "no-store");
    var place = get(id);
    var session = courses.get(place.session());
    var theirs = place.learner().language();
    return new ModelAndView("learning/enrolment/counter/slip")
        .addObject(
            "view",
            new View(
                place,
                session,
                words.of(session, theirs),
                attendance.code(place),
                attendance.ahead(place),
                site.get() + "/" + theirs.code() + "/workshops/mine",
                told.isEmpty() ? "" : page.say(told),
                Written.isProblem(told)));
  }
}
