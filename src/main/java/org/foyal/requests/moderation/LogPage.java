package org.foyal.requests.moderation;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the log: what was kept back, by which rule, what came of appeals.
@Controller
class LogPage {
  private final Moderation moderation;

  LogPage(Moderation moderation) {
    this.moderation = moderation;
  }

  /// What the page shows.
  record View(
      List<Decision> decisions,
      boolean more,
      boolean first,
      Moderation.Tally tally,
      List<String> rules) {
    /// The address of the page after this one.
    String next() {
      return "/reports/decisions?below=" + decisions.getLast().id();
    }
  }

  @GetMapping("/reports/decisions")
  ModelAndView show(@RequestParam(defaultValue = "") String below) {
    long last = below.matches("\\d{1,18}") ? Long.parseLong(below) : Long.MAX_VALUE;
    var found = moderation.list(last);
    return new ModelAndView("requests/moderation/log")
        .addObject(
            "view",
            new View(
                found.stream().limit(Moderation.PAGE).toList(),
                found.size() > Moderation.PAGE,
                last == Long.MAX_VALUE,
                moderation.count(),
                Moderation.RULES));
  }
}
