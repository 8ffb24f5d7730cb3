package org.foyal.participation.published;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.Theme;
import org.foyal.participation.Transfer;
import org.foyal.participation.answers.Answer;
import org.foyal.participation.answers.Answering;
import org.foyal.participation.answers.Answers;
import org.foyal.participation.answers.Verdict;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
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

/// The public web door to one question: its answers and what they commit to, being told of them,
/// and what whoever asked says of the answer.
@Controller
@RequestMapping("/questions/{reference:[0-9A-Za-z-]{8,9}}")
class QuestionPage {
  private final Guesses guesses = new Guesses();
  private final Questions questions;
  private final Answers answers;
  private final Council council;
  private final Territory territory;
  private final Pages pages;

  QuestionPage(
      Questions questions, Answers answers, Council council, Territory territory, Pages pages) {
    this.questions = questions;
    this.answers = answers;
    this.council = council;
    this.territory = territory;
    this.pages = pages;
  }

  /// What became of a form that the page holds.
  ///
  /// @param asked whether a letter is on its way to whoever wants to be told
  /// @param follow the key of the words that say why none is, or nothing
  /// @param typed the address as typed, when it was refused
  /// @param judged whether the verdict was kept just now
  /// @param problem the key of the words that say why it was not, or nothing
  record Sent(boolean asked, String follow, String typed, boolean judged, String problem) {
    static final Sent NOTHING = new Sent(false, "", "", false, "");
  }

  /// What the page shows.
  ///
  /// @param before whom it was put to before
  /// @param toJudge whether whoever asked may say what they think of the last answer
  /// @param takenBack whether whoever asked has taken it back
  record View(
      Question question,
      Mandate to,
      List<Transfer> before,
      Optional<Theme> theme,
      Optional<Area> area,
      List<Answer> answers,
      Optional<Verdict> verdict,
      boolean toJudge,
      int followers,
      boolean objective,
      boolean takenBack,
      Sent sent,
      LocalDate today) {}

  @GetMapping
  ModelAndView show(@PathVariable String reference) {
    return page(find(reference), Sent.NOTHING, HttpStatus.OK);
  }

  @PostMapping("/follow")
  ModelAndView follow(
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String address,
      HttpServletRequest request) {
    var question = find(reference);
    if (!question.open()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var typed = address == null ? "" : address;
    var asking =
        answers.follow(typed, question, pages.of(request).language(), request.getRemoteAddr());
    return switch (asking) {
      case ASKED -> page(question, new Sent(true, "", "", false, ""), HttpStatus.OK);
      case NO_ADDRESS, TOO_OFTEN ->
          page(
              question,
              new Sent(false, asking.words(), typed.length() > 254 ? "" : typed, false, ""),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  @PostMapping("/verdict")
  ModelAndView judge(
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String verdict,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var question = find(reference);
    var signs = question.reference().signs();
    if (!guesses.mayTry(signs)) {
      return wait(question);
    }
    var said = Verdict.find(verdict == null ? "" : verdict);
    if (said.isEmpty()) {
      return refused(question, "participation.problem.choose");
    }
    return switch (answers.judge(question.reference(), Plain.line(code), said.get())) {
      case Answering.Done() -> page(question, new Sent(false, "", "", true, ""), HttpStatus.OK);
      case Answering.Refused(String _, String problem) -> refused(question, problem);
      case Answering.NotThere(), Answering.Overtaken() ->
          guesses.mayGoOn(request.getRemoteAddr(), signs)
              ? refused(question, "participation.problem.code")
              : wait(question);
    };
  }

  private ModelAndView wait(Question question) {
    return page(
        question,
        new Sent(false, "", "", false, "cases.problem.wait"),
        HttpStatus.TOO_MANY_REQUESTS);
  }

  private ModelAndView refused(Question question, String problem) {
    return page(
        question, new Sent(false, "", "", false, problem), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Question find(String reference) {
    return Reference.read(reference)
        .flatMap(questions::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(Question question, Sent sent, HttpStatus status) {
    var now = questions.latest(question);
    boolean open = question.open();
    return new ModelAndView("participation/published/one", status)
        .addObject(
            "view",
            new View(
                question,
                council.findMandate(question.mandate()).orElseThrow(),
                questions.transfers(question),
                question.theme().flatMap(council::findTheme),
                question.area().flatMap(territory::findArea),
                open ? answers.list(question) : List.of(),
                open ? answers.verdict(question) : Optional.empty(),
                open && answers.isToJudge(question),
                open ? answers.followers(question) : 0,
                now.filter(one -> one.due().objective()).isPresent(),
                now.filter(Questions::isTakenBack).isPresent(),
                sent,
                questions.today()));
  }
}
