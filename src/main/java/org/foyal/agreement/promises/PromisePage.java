package org.foyal.agreement.promises;

import java.util.List;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.agreement.Commitment.Evidence;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Standing;
import org.foyal.shell.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one promise: its words, its line of time, its proofs, its history.
@Controller
class PromisePage {
  private static final int ON_A_PAGE = 50;

  /// More are no longer told apart on the line of time.
  private static final int MOST_MARKS = 200;

  private final Agreements agreements;
  private final Freshness freshness;

  PromisePage(Agreements agreements, Freshness freshness) {
    this.agreements = agreements;
    this.freshness = freshness;
  }

  /// A step, with where it stands today.
  record Step(Milestone milestone, Standing standing) {}

  /// What the page shows.
  ///
  /// @param history newest first
  record View(
      Card card,
      Agreement agreement,
      List<Step> steps,
      List<Evidence> evidence,
      OnePage<Change> history,
      Timeline timeline) {}

  @GetMapping("/commitments/{code:[a-z0-9-]{1,80}}")
  @Nullable ModelAndView show(
      @PathVariable String code,
      @RequestParam(defaultValue = "1") int page,
      ServletWebRequest request) {
    var commitment =
        agreements
            .findCommitment(code)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (freshness.unchanged(request, agreements.version(), agreements.changedAt())) {
      return null;
    }
    var today = agreements.today();
    var steps =
        agreements.milestones(commitment).stream()
            .map(m -> new Step(m, m.standing(today)))
            .toList();
    var history =
        OnePage.read(page, ON_A_PAGE, (from, most) -> agreements.history(commitment, from, most));
    var states = agreements.states(commitment, MOST_MARKS);
    var view =
        new View(
            Card.of(commitment, today),
            agreements.find(commitment.agreement()).orElseThrow(),
            steps,
            agreements.evidence(commitment),
            history,
            Timeline.of(commitment, steps, states, today));
    return new ModelAndView("agreement/promises/promise").addObject("view", view);
  }
}
