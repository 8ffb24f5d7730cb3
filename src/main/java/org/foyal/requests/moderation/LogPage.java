package org.foyal.requests.moderation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyal.cases.ledger.Log;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the log: what was kept back, by which rule, what came of appeals.
@Controller
class LogPage {
  private final Moderation moderation;
  private final Requests requests;

  LogPage(Moderation moderation, Requests requests) {
    this.moderation = moderation;
    this.requests = requests;
  }

  /// What the page shows.
  ///
  /// @param about the reports by the numbers of their cases
  record View(Log log, Map<Long, Report> about, List<String> rules) {}

  @GetMapping("/reports/decisions")
  ModelAndView show(@RequestParam(defaultValue = "") String below) {
    var log = moderation.log(Log.below(below));
    var about =
        requests.list(log.references()).stream()
            .collect(Collectors.toMap(Report::caseId, one -> one));
    return new ModelAndView("requests/moderation/log")
        .addObject("view", new View(log, about, Moderation.RULES));
  }
}
