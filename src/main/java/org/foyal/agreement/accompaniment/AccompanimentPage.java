package org.foyal.agreement.accompaniment;

import java.time.LocalDate;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.accompaniment.Accompaniment.Sum;
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

/// The public web door to the accompaniment of one agreement.
@Controller
class AccompanimentPage {
  private static final int ON_A_PAGE = 50;

  private final Accompaniment accompaniment;
  private final Agreements agreements;
  private final Freshness freshness;

  AccompanimentPage(Accompaniment accompaniment, Agreements agreements, Freshness freshness) {
    this.accompaniment = accompaniment;
    this.agreements = agreements;
    this.freshness = freshness;
  }

  /// What the page shows.
  record View(Agreement agreement, OnePage<Support> supports, Sum sum, LocalDate today) {}

  @GetMapping("/agreements/{code:[a-z0-9-]{1,60}}/support")
  @Nullable ModelAndView show(
      @PathVariable String code,
      @RequestParam(defaultValue = "1") int page,
      ServletWebRequest request) {
    var agreement =
        agreements.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (freshness.unchanged(request, agreements.version(), agreements.changedAt())) {
      return null;
    }
    var supports =
        OnePage.read(page, ON_A_PAGE, (from, most) -> accompaniment.list(code, from, most));
    return new ModelAndView("agreement/accompaniment/public")
        .addObject(
            "view", new View(agreement, supports, accompaniment.sum(code), agreements.today()));
  }
}
