package org.foyal.requests.moderation;

import java.util.List;
import org.foyal.cases.ledger.Log.Tally;
import org.foyal.requests.Report;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The agents' web door to the reports that wait to be read.
@Controller
@For({Role.ADMIN, Role.AGENT})
class ReadingPage {
  private final Moderation moderation;

  ReadingPage(Moderation moderation) {
    this.moderation = moderation;
  }

  @Bean
  static Door readingDoor() {
    return new Door(
        "/staff/requests", "requests.reading", 11, Door.Audience.STAFF, Role.ADMIN, Role.AGENT);
  }

  /// What the page shows.
  record View(List<Report> waiting, Tally tally) {}

  @GetMapping("/staff/requests")
  ModelAndView show() {
    return new ModelAndView("requests/moderation/reading")
        .addObject("view", new View(moderation.waiting(), moderation.count()));
  }
}
