package org.foyal.agreement.promises;

import org.foyal.agreement.Agreement.Whole;
import org.foyal.agreement.Agreements;
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

/// The web door to one agreement: who signed, what was promised in which order, what was said of
/// it.
@Controller
class AgreementPage {
  private static final int ON_A_PAGE = 50;

  private final Agreements agreements;
  private final Freshness freshness;

  AgreementPage(Agreements agreements, Freshness freshness) {
    this.agreements = agreements;
    this.freshness = freshness;
  }

  /// What the page shows.
  record View(Whole whole, OnePage<Card> cards) {}

  @GetMapping("/agreements/{code:[a-z0-9-]{1,60}}")
  @Nullable ModelAndView show(
      @PathVariable String code,
      @RequestParam(defaultValue = "1") int page,
      ServletWebRequest request) {
    var whole =
        agreements
            .findWhole(code)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (freshness.unchanged(request, agreements.version(), agreements.changedAt())) {
      return null;
    }
    var today = agreements.today();
    var cards =
        OnePage.read(page, ON_A_PAGE, (from, most) -> agreements.listInOrder(code, from, most))
            .map(promise -> Card.of(promise, today));
    return new ModelAndView("agreement/promises/agreement")
        .addObject("view", new View(whole, cards));
  }
}
