package org.foyal.participation.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the log: which questions were kept back, by which rule, what came of
/// appeals.
@Controller
class PublicationLogPage {
  private final Publication publication;
  private final Council council;

  PublicationLogPage(Publication publication, Council council) {
    this.publication = publication;
    this.council = council;
  }

  /// What the page shows.
  ///
  /// @param to the mandates by their codes
  record View(
      List<Decided> decisions,
      Map<String, Mandate> to,
      boolean more,
      boolean first,
      Publication.Tally tally,
      List<String> rules) {
    /// The address of the page after this one.
    String next() {
      return "/questions/decisions?below=" + decisions.getLast().id();
    }
  }

  @GetMapping("/questions/decisions")
  ModelAndView show(@RequestParam(defaultValue = "") String below) {
    long last = below.matches("\\d{1,18}") ? Long.parseLong(below) : Long.MAX_VALUE;
    var found = publication.list(last);
    return new ModelAndView("participation/reading/log")
        .addObject(
            "view",
            new View(
                found.stream().limit(Publication.PAGE).toList(),
                council.mandates().stream().collect(Collectors.toMap(Mandate::code, one -> one)),
                found.size() > Publication.PAGE,
                last == Long.MAX_VALUE,
                publication.count(),
                Publication.RULES));
  }
}
