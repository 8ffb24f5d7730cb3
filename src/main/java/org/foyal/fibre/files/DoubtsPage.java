package org.foyal.fibre.files;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to what operators are asked about their files: what waits, what was
/// answered.
@Controller
@For({Role.ADMIN, Role.OPERATOR})
@RequestMapping("/staff/fibre/questions")
class DoubtsPage {
  private static final int LONGEST_WORDS = 1_000;

  private final Doubts doubts;
  private final Partners partners;
  private final ReportWords words;
  private final Pages pages;

  DoubtsPage(Doubts doubts, Partners partners, ReportWords words, Pages pages) {
    this.doubts = doubts;
    this.partners = partners;
    this.words = words;
    this.pages = pages;
  }

  @Bean
  static Door fibreDoubtsDoor() {
    return new Door(
        "/staff/fibre/questions",
        "fibre.doubts.door",
        67,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.OPERATOR);
  }

  /// A question in the reader's words.
  record Shown(Doubt doubt, String words) {}

  /// What the page shows.
  ///
  /// @param names what operators are called, by their code
  /// @param said the key of what came of an answer; empty when none was given
  /// @param problem the key of what is wrong with the form; empty when nothing
  record View(
      List<Shown> open,
      List<Shown> answered,
      Map<String, String> names,
      String said,
      String problem) {}

  @GetMapping
  ModelAndView list(HttpServletRequest request, SignedIn who) {
    return page(request, who, "", "");
  }

  private ModelAndView page(HttpServletRequest request, SignedIn who, String said, String problem) {
    var mine = partners.voiceOf(who).restrictedTo();
    var language = pages.of(request).language();
    return new ModelAndView(
            "fibre/files/doubts",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                shown(language, mine, true),
                shown(language, mine, false),
                partners.names(),
                said,
                problem));
  }

  private List<Shown> shown(Language language, Optional<String> operator, boolean open) {
    return doubts.list(operator, open).stream()
        .map(one -> new Shown(one, words.asked(language, one.reason(), one.arguments())))
        .toList();
  }

  @PostMapping("/{id:\\d{1,18}}")
  ModelAndView answer(
      HttpServletRequest request,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(name = "words", required = false) @Nullable String typed,
      SignedIn who) {
    var said = Plain.line(typed);
    if (!verdict.equals("right") && !verdict.equals("wrong")) {
      return page(request, who, "", "fibre.doubts.problem.verdict");
    }
    if (said.length() > LONGEST_WORDS) {
      return page(request, who, "", "shell.problem.long");
    }
    var mine = partners.voiceOf(who).restrictedTo();
    return switch (doubts.answer(id, verdict.equals("right"), said, mine, Actor.of(who))) {
      case Doubts.Answering.Answered() -> page(request, who, "fibre.doubts.answered", "");
      case Doubts.Answering.Outrun() -> page(request, who, "fibre.doubts.outrun", "");
      case Doubts.Answering.Closed() -> page(request, who, "", "fibre.doubts.problem.closed");
      case Doubts.Answering.Busy() -> page(request, who, "", "fibre.files.outcome.busy");
      case Doubts.Answering.NotThere() -> page(request, who, "", "fibre.doubts.problem.gone");
    };
  }
}
