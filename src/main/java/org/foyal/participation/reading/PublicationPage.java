package org.foyal.participation.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.ledger.Appeal;
import org.foyal.cases.ledger.Ledger;
import org.foyal.kernel.Reference;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The agents' web door to one question: published, or kept back by a rule of the charter that is
/// named in public.
@Controller
@For({Role.ADMIN, Role.AGENT})
@RequestMapping("/staff/participation/{reference:[0-9A-Za-z-]{8,9}}")
class PublicationPage {
  private final Questions questions;
  private final Publication publication;
  private final Transfers transfers;
  private final Pages pages;

  PublicationPage(Questions questions, Publication publication, Transfers transfers, Pages pages) {
    this.questions = questions;
    this.publication = publication;
    this.transfers = transfers;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param appeal what whoever asked says against the decision
  /// @param seen how many decisions and appeals stand there
  record View(
      Question question,
      Mandate to,
      Optional<Appeal> appeal,
      int seen,
      List<String> rules,
      List<Question> similar,
      List<Mandate> others,
      LocalDate today,
      String problem,
      boolean done) {
    /// To whom it can be put instead, by code.
    Map<String, String> otherOptions(Language language) {
      var found = new LinkedHashMap<String, String>();
      others.forEach(one -> found.put(one.code(), one.name() + ", " + one.role().in(language)));
      return found;
    }
  }

  @GetMapping
  ModelAndView show(@PathVariable String reference, @RequestParam(defaultValue = "") String done) {
    return page(find(reference), "", "yes".equals(done));
  }

  @PostMapping
  ModelAndView decide(
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String shown,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String seen,
      SignedIn who,
      HttpServletRequest request) {
    var question = find(reference);
    var by = Actor.of(who);
    var lines = Ledger.seen(seen);
    var ruling =
        switch (Plain.line(shown)) {
          case "SHOWN" -> publication.publish(by, question.reference(), lines);
          case "HIDDEN" -> publication.keepBack(by, question.reference(), Plain.line(rule), lines);
          default -> new Ruling.Refused("participation.problem.choose");
        };
    return then(ruling, question, request);
  }

  @PostMapping("/transfer")
  ModelAndView transfer(
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String to,
      SignedIn who,
      HttpServletRequest request) {
    var question = find(reference);
    var ruling = transfers.transfer(Actor.of(who), question.reference(), Plain.line(to));
    return then(ruling, question, request);
  }

  private ModelAndView then(Ruling ruling, Question question, HttpServletRequest request) {
    return switch (ruling) {
      case Ruling.Done() ->
          new ModelAndView(
              "redirect:"
                  + pages
                      .of(request)
                      .href("/staff/participation/" + question.reference() + "?done=yes"));
      case Ruling.Refused(String words) -> page(find(question.reference().signs()), words, false);
      case Ruling.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private Question find(String reference) {
    return Reference.read(reference)
        .flatMap(questions::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(Question question, String problem, boolean done) {
    var similar =
        questions.similar(question.title()).stream()
            .filter(one -> one.caseId() != question.caseId())
            .toList();
    return new ModelAndView(
            "participation/reading/publication",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                question,
                questions.mandate(question),
                publication.openAppeal(question),
                publication.count(question),
                Publication.RULES,
                similar,
                question.answered() || question.erased() ? List.of() : transfers.others(question),
                questions.today(),
                problem,
                done));
  }
}
