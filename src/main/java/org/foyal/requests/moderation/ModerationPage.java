package org.foyal.requests.moderation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.foyal.cases.ledger.Appeal;
import org.foyal.cases.ledger.Ledger;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.Answer;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.uploads.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The agents' web door to what was said in a report: shown to everybody, or kept back by a rule of
/// the charter that is named in public.
@Controller
@For({Role.ADMIN, Role.AGENT})
class ModerationPage {
  private final Requests requests;
  private final Moderation moderation;
  private final Pages pages;

  ModerationPage(Requests requests, Moderation moderation, Pages pages) {
    this.requests = requests;
    this.moderation = moderation;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param appeal what whoever filed the report says against the decision
  /// @param seen how many decisions and appeals stand there
  /// @param near open reports close by that may be about the same
  record View(
      Report report,
      List<Answer> answers,
      Optional<Appeal> appeal,
      int seen,
      List<Report> near,
      List<String> rules,
      String problem,
      boolean done) {}

  @GetMapping("/staff/requests/{reference:[0-9A-Za-z-]{8,9}}")
  ModelAndView show(@PathVariable String reference, @RequestParam(defaultValue = "") String done) {
    return page(reference, "", "yes".equals(done));
  }

  @PostMapping("/staff/requests/{reference:[0-9A-Za-z-]{8,9}}")
  ModelAndView decide(
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String shown,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String seen,
      SignedIn who,
      HttpServletRequest request) {
    var report = find(reference);
    var named = Moderation.RULES.stream().filter(one -> one.equals(rule)).findFirst();
    boolean hides = "HIDDEN".equals(shown);
    if (!hides && !"SHOWN".equals(shown)) {
      return page(reference, "requests.problem.choose", false);
    }
    if (hides && named.isEmpty()) {
      return page(reference, "requests.problem.rule", false);
    }
    var deciding =
        moderation.decide(
            Actor.of(who), report.reference(), hides ? named : Optional.empty(), Ledger.seen(seen));
    if (deciding instanceof Deciding.Refused(String words)) {
      return page(reference, words, false);
    }
    return new ModelAndView(
        "redirect:"
            + pages.of(request).href("/staff/requests/" + report.reference() + "?done=yes"));
  }

  @GetMapping("/staff/photos/{number:[0-9]{1,18}}")
  ResponseEntity<byte[]> photo(@PathVariable long number, HttpServletResponse response) {
    var photo =
        requests
            .photo(number, true)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Served.answer(photo.content(), photo.mediaType(), "photo-" + number, response);
  }

  private Report find(String reference) {
    return Reference.read(reference)
        .flatMap(requests::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private List<Report> near(Report report) {
    return report.where().map(where -> requests.near(report.category(), where)).stream()
        .flatMap(List::stream)
        .filter(other -> other.caseId() != report.caseId() && other.example() == report.example())
        .toList();
  }

  private ModelAndView page(String reference, String problem, boolean done) {
    var report = find(reference);
    return new ModelAndView(
            "requests/moderation/moderation",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                report,
                requests.answers(report),
                moderation.openAppeal(report),
                moderation.count(report),
                near(report),
                Moderation.RULES,
                problem,
                done));
  }
}
