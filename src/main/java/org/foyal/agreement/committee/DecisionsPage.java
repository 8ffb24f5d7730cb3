package org.foyal.agreement.committee;

import java.time.LocalDate;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.committee.Meeting.Decision;
import org.foyal.agreement.promises.OnePage;
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

/// The public web door to what an agreement's committee decided: who answers for it, by when, and
/// whether it was done. Nobody who came is named.
@Controller
class DecisionsPage {
  private static final int ON_A_PAGE = 50;

  private final Committee committee;
  private final Agreements agreements;
  private final Freshness freshness;

  DecisionsPage(Committee committee, Agreements agreements, Freshness freshness) {
    this.committee = committee;
    this.agreements = agreements;
    this.freshness = freshness;
  }

  /// What the page shows.
  record View(Agreement agreement, OnePage<Decision> decisions, LocalDate today) {}

  @GetMapping("/agreements/{code:[a-z0-9-]{1,60}}/decisions")
  @Nullable ModelAndView show(
      @PathVariable String code,
      @RequestParam(defaultValue = "1") int page,
      ServletWebRequest request) {
    var agreement =
        agreements.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (freshness.unchanged(request, agreements.version(), agreements.changedAt())) {
      return null;
    }
    var decisions =
        OnePage.read(page, ON_A_PAGE, (from, most) -> committee.decisions(code, from, most));
    return new ModelAndView("agreement/committee/decisions")
        .addObject("view", new View(agreement, decisions, agreements.today()));
  }
}
