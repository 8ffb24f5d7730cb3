package org.foyal.participation.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyal.cases.desk.OwnDesk;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.answers.Answers;
import org.foyal.participation.answers.Pledge;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The official's web door: what was asked, what is due first at its head, and what was committed
/// to.
@Controller
@For({Role.ADMIN, Role.ELECTED})
class MyQuestionsPage {
  private static final int MOST = 200;

  private final Desk desk;
  private final Questions questions;
  private final Answers answers;

  MyQuestionsPage(Desk desk, Questions questions, Answers answers) {
    this.desk = desk;
    this.questions = questions;
    this.answers = answers;
  }

  @Bean
  static OwnDesk questionsAreAnsweredHere() {
    return new OwnDesk("participation");
  }

  @Bean
  static Door answersDoor() {
    return new Door(
        "/staff/answers", "participation.my", 14, Door.Audience.STAFF, Role.ADMIN, Role.ELECTED);
  }

  /// What the page shows.
  ///
  /// @param pledges those that are not settled
  /// @param of the questions that they belong to, by the numbers of their cases
  record View(
      List<Mandate> mandates,
      List<Question> waiting,
      List<Pledge> pledges,
      Map<Long, Question> of,
      LocalDate today) {}

  @GetMapping("/staff/answers")
  ModelAndView show(SignedIn who) {
    var mandates = desk.mandates(who);
    var codes = mandates.stream().map(Mandate::code).toList();
    var today = questions.today();
    var pledges = answers.pledges(codes).stream().filter(pledge -> !pledge.settled(today)).toList();
    return new ModelAndView("participation/desk/my")
        .addObject(
            "view",
            new View(
                mandates,
                questions.owed(codes, MOST),
                pledges,
                answers.questionsOf(pledges),
                today));
  }
}
