package org.foyal.participation.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyal.cases.ledger.Log;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the log: which questions were kept back, by which rule, what came of
/// appeals.
@Controller
class PublicationLogPage {
  private final Publication publication;
  private final Questions questions;
  private final Council council;

  PublicationLogPage(Publication publication, Questions questions, Council council) {
    this.publication = publication;
    this.questions = questions;
    this.council = council;
  }

  /// What the page shows.
  ///
  /// @param about the questions by the numbers of their cases
  /// @param to the mandates by their codes
  record View(Log log, Map<Long, Question> about, Map<String, Mandate> to, List<String> rules) {}

  @GetMapping("/questions/decisions")
  ModelAndView show(@RequestParam(defaultValue = "") String below) {
    var log = publication.log(Log.below(below));
    var about = questions.list(log.references());
    return new ModelAndView("participation/reading/log")
        .addObject(
            "view",
            new View(
                log,
                about.stream().collect(Collectors.toMap(Question::caseId, one -> one)),
                council.mandates().stream().collect(Collectors.toMap(Mandate::code, one -> one)),
                Publication.RULES));
  }
}
