package org.foyal.participation.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.answers.Answer;
import org.foyal.participation.answers.Answering;
import org.foyal.participation.answers.Answers;
import org.foyal.participation.answers.Pledge;
import org.foyal.participation.answers.Reply;
import org.foyal.participation.answers.Verdict;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
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

/// The official's web door to one question: an answer, seen before it is published, what it commits
/// to, and where that stands.
@Controller
@For({Role.ADMIN, Role.ELECTED})
@RequestMapping("/staff/answers/{reference:[0-9A-Za-z-]{8,9}}")
class AnswerPage {
  private final Desk desk;
  private final Answers answers;
  private final Pages pages;

  AnswerPage(Desk desk, Answers answers, Pages pages) {
    this.desk = desk;
    this.answers = answers;
    this.pages = pages;
  }

  /// Where a commitment stands, as typed.
  record Said(
      @Nullable String declared,
      @Nullable String knownOn,
      @Nullable String source,
      @Nullable String seen) {
    static final Said NOTHING = new Said("", "", "", "");
  }

  /// A line that could not stand, and the commitment that it is about; 0: none.
  record Typed(long pledge, Said said) {
    static final Typed NOTHING = new Typed(0, Said.NOTHING);
  }

  /// What the page shows.
  ///
  /// @param preview whether the answer is shown as it will be, before it is published
  /// @param field what can't stand, or nothing
  /// @param problem the key of the words that say why, or nothing
  record View(
      Question question,
      Mandate mandate,
      List<Answer> answers,
      Optional<Verdict> verdict,
      AnswerForm form,
      boolean preview,
      String field,
      String problem,
      boolean done,
      Typed typed,
      LocalDate today) {
    /// What was typed about a commitment and could not stand.
    Said said(long pledge) {
      return typed.pledge() == pledge ? typed.said() : Said.NOTHING;
    }

    boolean wrong(String which) {
      return field.equals(which);
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String reference, @RequestParam(defaultValue = "") String done, SignedIn who) {
    var open = find(reference, who);
    var given = answers.list(open.question());
    return page(
        open, AnswerForm.fresh(given.size()), false, new Answering.Done(), done.equals("yes"));
  }

  @PostMapping
  ModelAndView answer(
      @PathVariable String reference, AnswerForm form, SignedIn who, HttpServletRequest request) {
    var open = find(reference, who);
    var author = form.by();
    var promised = form.promised();
    if (author.isEmpty() || promised.isEmpty()) {
      var refused =
          author.isEmpty()
              ? new Answering.Refused("author", "participation.problem.author")
              : new Answering.Refused("pledges", "participation.problem.pledge");
      return page(open, form, false, refused, false);
    }
    var reply =
        new Reply(
            Plain.formName(form.form()),
            form.count(),
            Plain.text(form.words()),
            author.get(),
            promised.get());
    if (!"publish".equals(form.act())) {
      var standing = answers.check(reply);
      return page(open, form, standing instanceof Answering.Done, standing, false);
    }
    var answering = answers.answer(Actor.of(who), open.question().reference(), reply);
    return answering instanceof Answering.Done
        ? there(open, request)
        : page(open, form, false, answering, false);
  }

  @PostMapping("/pledges/{pledge:[0-9]{1,18}}")
  ModelAndView say(
      @PathVariable String reference,
      @PathVariable long pledge,
      Said said,
      SignedIn who,
      HttpServletRequest request) {
    var open = find(reference, who);
    var declared =
        Stream.of(Pledge.Declared.values())
            .filter(one -> one.name().equals(said.declared()))
            .findFirst();
    var on = AnswerForm.day(said.knownOn());
    int seen =
        said.seen() != null && said.seen().matches("\\d{1,4}") ? Integer.parseInt(said.seen()) : -1;
    Answering answering;
    if (declared.isEmpty() || on.isEmpty()) {
      answering =
          new Answering.Refused(
              "pledge",
              declared.isEmpty() ? "participation.problem.choose" : "participation.problem.day");
    } else {
      answering =
          answers.say(
              Actor.of(who),
              open.question().reference(),
              pledge,
              seen,
              new Answers.Statement(declared.get(), on.get(), Plain.line(said.source())));
    }
    return answering instanceof Answering.Done
        ? there(open, request)
        : page(
            open,
            AnswerForm.fresh(answers.list(open.question()).size()),
            answering,
            new Extra(false, false, new Typed(pledge, said)));
  }

  private Desk.Open find(String reference, SignedIn who) {
    return desk.open(reference, who)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(Desk.Open open, HttpServletRequest request) {
    return new ModelAndView(
        "redirect:"
            + pages
                .of(request)
                .href("/staff/answers/" + open.question().reference() + "?done=yes"));
  }

  private ModelAndView page(
      Desk.Open open, AnswerForm form, boolean preview, Answering standing, boolean done) {
    return page(open, form, standing, new Extra(preview, done, Typed.NOTHING));
  }

  /// What else a page shows.
  private record Extra(boolean preview, boolean done, Typed typed) {}

  private ModelAndView page(Desk.Open open, AnswerForm form, Answering standing, Extra extra) {
    var trouble = Trouble.of(standing);
    var given = answers.list(open.question());
    return new ModelAndView("participation/desk/answer", trouble.status())
        .addObject(
            "view",
            new View(
                open.question(),
                open.mandate(),
                given,
                answers.verdict(open.question()),
                trouble.overtaken() ? form.seeing(given.size()) : form,
                extra.preview(),
                trouble.field(),
                trouble.words(),
                extra.done(),
                extra.typed(),
                answers.today()));
  }

  /// What stands against an answer.
  ///
  /// @param words the key of those that say it, or nothing
  private record Trouble(String field, String words, HttpStatus status) {
    static Trouble of(Answering standing) {
      return switch (standing) {
        case Answering.Done() -> new Trouble("", "", HttpStatus.OK);
        case Answering.Overtaken() ->
            new Trouble("overtaken", "participation.problem.overtaken", HttpStatus.CONFLICT);
        case Answering.Refused(String field, String words) ->
            new Trouble(field, words, HttpStatus.UNPROCESSABLE_CONTENT);
        case Answering.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      };
    }

    boolean overtaken() {
      return status == HttpStatus.CONFLICT;
    }
  }
}
