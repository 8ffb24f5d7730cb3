package org.foyal.participation.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.answers.Answer;
import org.foyal.participation.answers.Answer.Author;
import org.foyal.participation.answers.Answering;
import org.foyal.participation.answers.Answers;
import org.foyal.participation.answers.Pledge;
import org.foyal.participation.answers.Reply;
import org.foyal.participation.answers.Reply.Promised;
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

  /// An answer as typed.
  ///
  /// @param act `preview`, `publish`, or nothing
  /// @param seen how many answers stood there
  record Form(
      @Nullable String form,
      @Nullable String seen,
      @Nullable String act,
      @Nullable String words,
      @Nullable String author,
      @Nullable String what1,
      @Nullable String due1,
      @Nullable String what2,
      @Nullable String due2,
      @Nullable String what3,
      @Nullable String due3) {
    static Form fresh(int seen) {
      return new Form(
          UUID.randomUUID().toString(), Integer.toString(seen), "", "", "", "", "", "", "", "", "");
    }

    Optional<Author> by() {
      return Stream.of(Author.values()).filter(one -> one.name().equals(author)).findFirst();
    }

    /// The lines of what it commits to, typed or not.
    List<Typed> lines() {
      return List.of(new Typed(what1, due1), new Typed(what2, due2), new Typed(what3, due3));
    }

    int count() {
      return seen != null && seen.matches("\\d{1,4}") ? Integer.parseInt(seen) : -1;
    }
  }

  /// A line of what an answer commits to, as typed.
  record Typed(@Nullable String what, @Nullable String due) {
    boolean empty() {
      return Plain.line(what).isEmpty() && Plain.line(due).isEmpty();
    }

    Optional<Promised> read() {
      return day(due)
          .filter(_ -> !Plain.line(what).isEmpty())
          .map(on -> new Promised(Plain.line(what), on));
    }
  }

  /// Where a commitment stands, as typed.
  record Said(
      @Nullable String declared,
      @Nullable String knownOn,
      @Nullable String source,
      @Nullable String seen) {}

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
      Form form,
      boolean preview,
      String field,
      String problem,
      boolean done,
      LocalDate today) {
    boolean wrong(String which) {
      return field.equals(which);
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String reference, @RequestParam(defaultValue = "") String done, SignedIn who) {
    var open = find(reference, who);
    var given = answers.list(open.question());
    return page(open, Form.fresh(given.size()), false, new Answering.Done(), done.equals("yes"));
  }

  @PostMapping
  ModelAndView answer(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    var open = find(reference, who);
    var author = form.by();
    if (author.isEmpty()) {
      return page(
          open,
          form,
          false,
          new Answering.Refused("author", "participation.problem.author"),
          false);
    }
    var promised = new ArrayList<Promised>();
    for (var line : form.lines()) {
      if (line.empty()) {
        continue;
      }
      var read = line.read();
      if (read.isEmpty()) {
        return page(
            open,
            form,
            false,
            new Answering.Refused("pledges", "participation.problem.pledge"),
            false);
      }
      promised.add(read.get());
    }
    var reply =
        new Reply(
            Plain.formName(form.form()),
            form.count(),
            Plain.text(form.words()),
            author.get(),
            promised);
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
    var on = day(said.knownOn());
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
              open.question(),
              pledge,
              seen,
              new Answers.Statement(declared.get(), on.get(), Plain.line(said.source())));
    }
    return answering instanceof Answering.Done
        ? there(open, request)
        : page(open, Form.fresh(answers.list(open.question()).size()), false, answering, false);
  }

  private static Optional<LocalDate> day(@Nullable String typed) {
    try {
      var day = LocalDate.parse(Plain.line(typed));
      return day.getYear() >= 1900 && day.getYear() < 2200 ? Optional.of(day) : Optional.empty();
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
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
      Desk.Open open, Form form, boolean preview, Answering standing, boolean done) {
    var field =
        switch (standing) {
          case Answering.Done() -> "";
          case Answering.Overtaken() -> "overtaken";
          case Answering.Refused(String which, String _) -> which;
          case Answering.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    var problem =
        standing instanceof Answering.Refused(String _, String words)
            ? words
            : field.isEmpty() ? "" : "participation.problem.overtaken";
    var status =
        field.isEmpty()
            ? HttpStatus.OK
            : field.equals("overtaken") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    var given = answers.list(open.question());
    var again =
        field.equals("overtaken")
            ? new Form(
                form.form(),
                Integer.toString(given.size()),
                "",
                form.words(),
                form.author(),
                form.what1(),
                form.due1(),
                form.what2(),
                form.due2(),
                form.what3(),
                form.due3())
            : form;
    return new ModelAndView("participation/desk/answer", status)
        .addObject(
            "view",
            new View(
                open.question(),
                open.mandate(),
                given,
                answers.verdict(open.question()),
                again,
                preview,
                field,
                problem,
                done,
                answers.today()));
  }
}
