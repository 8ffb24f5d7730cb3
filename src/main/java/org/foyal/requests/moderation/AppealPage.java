package org.foyal.requests.moderation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.foyal.cases.ledger.AppealView;
import org.foyal.kernel.Reference;
import org.foyal.requests.Report.Shown;
import org.foyal.requests.Requests;
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

/// The web door of whoever filed a report and finds that its words were kept back without reason;
/// the code that came with the reference shows that it is theirs.
@Controller
@RequestMapping("/reports/{reference:[0-9A-Za-z-]{8,9}}/appeal")
class AppealPage {
  private final Guesses guesses = new Guesses();
  private final Moderation moderation;
  private final Requests requests;

  AppealPage(Moderation moderation, Requests requests) {
    this.moderation = moderation;
    this.requests = requests;
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
    var read = Reference.read(reference).orElseThrow(AppealPage::notThere);
    if (!guesses.mayTry(read.signs())) {
      return wait(reference, name, words);
    }
    return switch (moderation.appeal(read, Plain.line(form.code()), name, words)) {
      case Deciding.Done _ -> page(reference, name.toString(), "", "", true);
      case Deciding.Refused(String why) -> page(reference, name.toString(), words, why, false);
      case Deciding.NotThere _ ->
          guesses.mayGoOn(request.getRemoteAddr(), read.signs())
              ? page(reference, name.toString(), words, "requests.problem.code", false)
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
    var report =
        Reference.read(reference)
            .flatMap(requests::find)
            .filter(one -> one.shown() == Shown.HIDDEN)
            .orElseThrow(AppealPage::notThere);
    return new ModelAndView(
            "requests/moderation/appeal",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new AppealView(
                report.reference(), report.rule().orElse("private"), form, words, problem, done));
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
