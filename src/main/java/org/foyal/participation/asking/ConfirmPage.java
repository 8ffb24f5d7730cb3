package org.foyal.participation.asking;

import jakarta.servlet.http.HttpServletResponse;
import org.foyal.cases.Case;
import org.foyal.participation.Asking;
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
  /// @param title what was asked, in one line; nothing when the link leads to no question
  record View(String title, String token) {}

  /// What was sent.
  record Done(Case opened, String code, boolean before) {}

  @GetMapping
  ModelAndView ask(@PathVariable String token, HttpServletResponse response) {
    discreet(response);
    var draft = questions.toConfirm(token);
    return draft
        .map(found ->
            new ModelAndView("participation/asking/confirm")
                .addObject("view", new View(found.title(), token)))
        .orElseGet(() -> show(token));
  }

  /// A link that was followed before leads to what it opened.
  private ModelAndView show(String token) {
    return done(questions.confirm(token));
  }

  @PostMapping
  ModelAndView confirm(@PathVariable String token, HttpServletResponse response) {
    discreet(response);
    return done(questions.confirm(token));
  }

  private static ModelAndView done(Asking asking) {
    return switch (asking) {
      case Asking.Opened(var opened, String code, boolean _) -> page(new Done(opened, code, false));
      case Asking.OpenedBefore(var opened, String code) -> page(new Done(opened, code, true));
      case Asking.NoQuestion _, Asking.Refused _, Asking.LetterSent _ ->
          new ModelAndView("participation/asking/confirm", HttpStatus.NOT_FOUND)
              .addObject("view", new View("", ""));
    };
  }

  private static ModelAndView page(Done done) {
    return new ModelAndView("participation/asking/done").addObject("done", done);
  }

  /// Kept by no cache and found by no search engine.
  private static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
