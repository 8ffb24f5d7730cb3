package org.foyal.participation.asking;

import jakarta.servlet.http.HttpServletResponse;
import org.foyal.cases.Case;
import org.foyal.participation.Asking;
import org.foyal.participation.Draft;
import org.foyal.participation.Questions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where the link of the letter leads that confirms a question. Opening it changes nothing, since
/// mail scanners follow links; the button of the page does.
@Controller
@RequestMapping("/questions/confirm/{token}")
class ConfirmPage {
  private final Questions questions;

  ConfirmPage(Questions questions) {
    this.questions = questions;
  }

  /// What the page shows.
  ///
  /// @param title,words what was asked; nothing when the link leads to no question
  /// @param token the link's, while its question can be confirmed
  /// @param said the key of the words that say what came of it, or nothing
  record View(String title, String words, String token, String said) {
    static View of(Draft draft, String token, String said) {
      return new View(draft.title(), draft.words(), token, said);
    }

    static View nothing(String said) {
      return new View("", "", "", said);
    }
  }

  /// What was sent.
  record Done(Case opened, String code) {}

  @GetMapping
  ModelAndView ask(@PathVariable String token, HttpServletResponse response) {
    discreet(response);
    return questions
        .toConfirm(token)
        .map(draft -> page(View.of(draft, token, ""), HttpStatus.OK))
        .orElseGet(() -> questions.wasConfirmed(token) ? before() : unknown());
  }

  @PostMapping
  ModelAndView confirm(@PathVariable String token, HttpServletResponse response) {
    discreet(response);
    return switch (questions.confirm(token)) {
      case Asking.Opened(var opened, String code, boolean _) ->
          new ModelAndView("participation/asking/done").addObject("done", new Done(opened, code));
      case Asking.ConfirmedBefore _, Asking.OpenedBefore _ -> before();
      case Asking.Refused(var problems) ->
          questions
              .toConfirm(token)
              .map(draft ->
                  page(
                      View.of(draft, "", problems.values().iterator().next()),
                      HttpStatus.UNPROCESSABLE_CONTENT))
              .orElseGet(ConfirmPage::unknown);
      case Asking.NoQuestion _, Asking.LetterSent _ -> unknown();
    };
  }

  /// Somebody did not ask this: it is erased.
  @PostMapping("/not-mine")
  ModelAndView disown(@PathVariable String token, HttpServletResponse response) {
    discreet(response);
    return questions.disown(token)
        ? page(View.nothing("participation.confirm.erased"), HttpStatus.OK)
        : unknown();
  }

  private static ModelAndView before() {
    return page(View.nothing("participation.done.before"), HttpStatus.OK);
  }

  private static ModelAndView unknown() {
    return page(View.nothing("participation.confirm.unknown"), HttpStatus.NOT_FOUND);
  }

  private static ModelAndView page(View view, HttpStatus status) {
    return new ModelAndView("participation/asking/confirm", status).addObject("view", view);
  }

  /// Kept by no cache and found by no search engine.
  private static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
