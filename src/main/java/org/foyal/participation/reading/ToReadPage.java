package org.foyal.participation.reading;

import java.time.LocalDate;
import java.util.List;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The agents' web door to the questions that wait to be read.
@Controller
@For({Role.ADMIN, Role.AGENT})
class ToReadPage {
  private final Publication publication;
  private final Transfers transfers;
  private final Questions questions;

  ToReadPage(Publication publication, Transfers transfers, Questions questions) {
    this.publication = publication;
    this.transfers = transfers;
    this.questions = questions;
  }

  @Bean
  static Door questionsToReadDoor() {
    return new Door(
        "/staff/participation",
        "participation.to-read",
        13,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.AGENT);
  }

  /// What the page shows.
  ///
  /// @param stranded published ones whose mandate has ended
  record View(List<Question> waiting, List<Question> stranded, LocalDate today) {}

  @GetMapping("/staff/participation")
  ModelAndView show() {
    return new ModelAndView("participation/reading/toread")
        .addObject(
            "view", new View(publication.waiting(), transfers.stranded(), questions.today()));
  }
}
