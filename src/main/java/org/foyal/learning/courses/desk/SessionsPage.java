package org.foyal.learning.courses.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Courses.Sought;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.desk.Choices.Offered;
import org.foyal.shell.Door;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Plain;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the sessions, from a day on.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/sessions")
class SessionsPage {
  private static final int PAGE = 50;

  private final Courses courses;
  private final Choices choices;
  private final Clock clock;
  private final ShellSettings shell;

  SessionsPage(Courses courses, Choices choices, Clock clock, ShellSettings shell) {
    this.courses = courses;
    this.choices = choices;
    this.clock = clock;
    this.shell = shell;
  }

  @Bean
  static Door sessionsDoor() {
    return new Door(
        "/staff/learning/sessions",
        "learning.courses.desk",
        20,
        Door.Audience.STAFF,
        Role.MEDIATOR,
        Role.ADMIN);
  }

  /// What the page shows.
  ///
  /// @param from the first day
  record View(List<Session> sessions, Offered offered, LocalDate from, boolean more, ZoneId zone) {
    String next() {
      return "/staff/learning/sessions?from=" + from + "&after=" + sessions.getLast().id();
    }
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String after) {
    var zone = shell.timeZone();
    var day =
        Plain.day(from)
            .filter(one -> one.getYear() > 2000 && one.getYear() < 3000)
            .orElse(LocalDate.ofInstant(clock.instant(), zone));
    Optional<UUID> last = SessionForm.id(after).filter(one -> courses.find(one).isPresent());
    var found = courses.search(Sought.all(day.atStartOfDay(zone).toInstant()), last, PAGE + 1);
    var shown = found.stream().limit(PAGE).toList();
    return new ModelAndView("learning/courses/desk/sessions")
        .addObject("view", new View(shown, choices.now(), day, found.size() > PAGE, zone));
  }
}
