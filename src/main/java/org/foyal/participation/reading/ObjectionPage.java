package org.foyal.participation.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.ledger.AppealView;
import org.foyal.kernel.Reference;
import org.foyal.participation.Questions;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door of whoever asked and finds that their question was kept back without reason; the
/// code that came with the reference shows that it is theirs.
@Controller
@RequestMapping("/questions/{reference:[0-9A-Za-z-]{8,9}}/appeal")
class ObjectionPage {
  private final Guesses guesses = new Guesses();
  private final Publication publication;
  private final Questions questions;

  ObjectionPage(Publication publication, Questions questions) {
    this.publication = publication;
    this.questions = questions;
  }

  /// What is typed.
  record Form(@Nullable String code, @Nullable String words, @Nullable String form) {}

  @GetMapping
  ModelAndView ask(@PathVariable String reference) {
    return page(reference, UUID.randomUUID().toString(), "", "", false);
  }

  @PostMapping
  ModelAndView appeal(
      @PathVariable String reference,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var name = Plain.formName(form.form());
    var words = Plain.text(form.words());
    var read = Reference.read(reference).orElseThrow(ObjectionPage::notThere);
    if (!guesses.mayTry(read.signs())) {
      return wait(reference, name, words);
    }
    return switch (publication.appeal(read, Plain.line(form.code()), name, words)) {
      case Ruling.Done() -> page(reference, name.toString(), "", "", true);
      case Ruling.Refused(String why) -> page(reference, name.toString(), words, why, false);
      case Ruling.NotThere() ->
          guesses.mayGoOn(request.getRemoteAddr(), read.signs())
              ? page(reference, name.toString(), words, "participation.problem.code", false)
              : wait(reference, name, words);
    };
  }

  private ModelAndView wait(String reference, UUID form, String words) {
    var page = page(reference, form.toString(), words, "cases.problem.wait", false);
    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
    return page;
  }

  private ModelAndView page(
      String reference, String form, String words, String problem, boolean done) {
    var question =
        Reference.read(reference).flatMap(questions::find).orElseThrow(ObjectionPage::notThere);
    var standing = done ? Optional.<String>empty() : publication.againstAppeal(question);
    var status = HttpStatus.OK;
    if (!problem.isEmpty()) {
      status = HttpStatus.UNPROCESSABLE_CONTENT;
    } else if (standing.isPresent()) {
      status = HttpStatus.NOT_FOUND; // there is nothing to appeal against
    }
    return new ModelAndView("participation/reading/objection", status)
        .addObject(
            "view",
            new AppealView(
                question.reference(),
                standing.isPresent() ? "" : question.rule().orElse(""),
                form,
                words,
                problem.isEmpty() ? standing.orElse("") : problem,
                done));
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
