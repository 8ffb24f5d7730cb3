package org.foyal.learning.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.enrolment.Enrolments;
import org.foyal.learning.enrolment.Participation;
import org.foyal.learning.progress.Attestations.Named;
import org.foyal.learning.progress.CanDo.Moment;
import org.foyal.learning.progress.Progress.Given;
import org.foyal.learning.progress.Progress.Sheet;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to what one says of oneself before and after a course, and to one's attestation, by
/// reference and code. A form answers with the page itself, so that no code stays in the addresses
/// that a shared computer remembers. Wrong codes are counted by sender and by reference, and right
/// ones open until a sender guesses in hundreds; papers are counted by sender.
@Controller
class MyProgressPage {
  private static final int WRONG_AN_HOUR = 30;
  private static final int GUESSES_AN_HOUR = 300;
  private static final int GUESSES_OF_ONE_AN_HOUR = 3_000;
  private static final int PAPERS_AN_HOUR = 60;
  private static final int LONGEST = 60;

  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
  private final Pace guesses = new Pace(GUESSES_AN_HOUR, Duration.ofHours(1));
  private final Pace guessesOfOne = new Pace(GUESSES_OF_ONE_AN_HOUR, Duration.ofHours(1));
  private final Pace papers = new Pace(PAPERS_AN_HOUR, Duration.ofHours(1));
  private final Enrolments enrolments;
  private final Progress progress;
  private final Attestations attestations;
  private final AttestationPaper paper;
  private final Courses courses;
  private final Pages pages;

  MyProgressPage(
      Enrolments enrolments,
      Progress progress,
      Attestations attestations,
      AttestationPaper paper,
      Courses courses,
      Pages pages) {
    this.enrolments = enrolments;
    this.progress = progress;
    this.attestations = attestations;
    this.paper = paper;
    this.courses = courses;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param ready whether something can be attested
  /// @param done,problem the key of the words that say what was done, or why not, or nothing
  /// @param name as typed for the attestation, where it can't be set
  record View(
      Participation place,
      Told title,
      Sheet sheet,
      String code,
      boolean ready,
      String done,
      String problem,
      String name) {
    /// The words that say why nothing can be answered, where neither can; nothing while one can.
    Optional<String> closed() {
      return sheet.before().isEmpty() || sheet.after().isEmpty()
          ? Optional.empty()
          : Optional.of(
              sheet.before().get().equals("learning.progress.problem.begun")
                  ? sheet.after().get()
                  : sheet.before().get());
    }
  }

  /// What was typed leads to a page or to a paper.
  private record Said(String done, String problem, String name, HttpStatus status) {
    static final Said NOTHING = new Said("", "", "", HttpStatus.OK);

    static Said not(String problem) {
      return new Said("", problem, "", HttpStatus.CONFLICT);
    }
  }

  @GetMapping({"/workshops/mine/progress", "/workshops/mine/attestation"})
  String ask(HttpServletRequest request) {
    return "redirect:" + pages.of(request).href("/workshops/mine");
  }

  @PostMapping("/workshops/mine/progress")
  ModelAndView act(
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response) {
    var place = open(fields, request);
    if (place.isEmpty()) {
      return shut(fields, request, response);
    }
    var moment = Moment.find(fields.getOrDefault("moment", ""));
    return show(
        place.get(),
        moment.map(one -> answer(place.get(), one, fields)).orElse(Said.NOTHING),
        response);
  }

  private Said answer(Participation place, Moment moment, Map<String, String> fields) {
    var given = given(fields);
    if (given.isEmpty()) {
      return new Said(
          "", "learning.progress.problem.nothing", "", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return switch (progress.answer(place, moment, given)) {
      case Answered.Kept _ -> new Said("learning.progress.done.kept", "", "", HttpStatus.OK);
      case Answered.Closed(String problem) -> Said.not(problem);
    };
  }

  /// What was chosen, sentence by sentence; what is no answer of ours is none.
  static List<Given> given(Map<String, String> fields) {
    var given = new ArrayList<Given>();
    for (var one : Competence.values()) {
      Step.find(fields.getOrDefault("step-" + one.code(), ""))
          .ifPresent(step ->
              given.add(new Given(one, revision(fields.get("wording-" + one.code())), step)));
    }
    return given;
  }

  /// The wording that was read, or none that there is.
  static int revision(@Nullable String typed) {
    return typed != null && typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
  }

  /// Answers with the paper, or with the page that says why there is none.
  @PostMapping("/workshops/mine/attestation")
  Object print(
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var place = open(fields, request);
    if (place.isEmpty()) {
      return shut(fields, request, response);
    }
    var name = Plain.line(fields.get("name"));
    if (!Attestation.canBeSet(name)) {
      var typed = name.length() > 200 ? name.substring(0, 200) : name;
      return show(
          place.get(),
          new Said("", "learning.progress.problem.name", typed, HttpStatus.UNPROCESSABLE_CONTENT),
          response);
    }
    if (!papers.allows(request.getRemoteAddr())) {
      return show(place.get(), Said.not("learning.progress.problem.papers"), response);
    }
    var made = attestations.issue(place.get());
    if (made.isEmpty()) {
      return show(place.get(), Said.not("learning.progress.problem.no-attestation"), response);
    }
    return paper.print(
        pages.of(request),
        List.of(Named.of(made.get(), place.get(), name)),
        "attestation-" + made.get().attestation().reference() + ".pdf");
  }

  private Optional<Participation> open(Map<String, String> fields, HttpServletRequest request) {
    return isGuessing(typed(fields.get("reference")), request)
        ? Optional.empty()
        : enrolments.find(typed(fields.get("reference")), typed(fields.get("code")));
  }

  /// Whether so many codes were guessed that even a right one no longer opens.
  private boolean isGuessing(String reference, HttpServletRequest request) {
    return !guesses.wouldAllow(request.getRemoteAddr())
        || Reference.read(reference)
            .filter(read -> !guessesOfOne.wouldAllow(read.signs()))
            .isPresent();
  }

  /// Counts a wrong code; false where it was one too many.
  boolean count(Reference reference, String from) {
    guesses.allows(from);
    guessesOfOne.allows(reference.signs());
    return wrong.allows(from);
  }

  /// The page that asks for reference and code again.
  private ModelAndView shut(
      Map<String, String> fields, HttpServletRequest request, HttpServletResponse response) {
    discreet(response);
    var reference = typed(fields.get("reference"));
    var read = Reference.read(reference);
    boolean waits =
        isGuessing(reference, request)
            || read.filter(one -> !count(one, request.getRemoteAddr())).isPresent();
    return new ModelAndView(
            "learning/progress/shut",
            waits ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "problem",
            waits
                ? "learning.progress.problem.wait"
                : read.isPresent()
                    ? "learning.progress.problem.code"
                    : "learning.progress.problem.reference")
        .addObject("reference", reference);
  }

  private ModelAndView show(Participation place, Said said, HttpServletResponse response) {
    discreet(response);
    var sheet = progress.sheet(place);
    return new ModelAndView("learning/progress/mine", said.status())
        .addObject(
            "view",
            new View(
                place,
                courses.findCourse(sheet.session().course()).orElseThrow().title(),
                sheet,
                enrolments.code(place),
                attestations.ready(place),
                said.done(),
                said.problem(),
                said.name()));
  }

  /// Kept by no cache and found by no search engine.
  static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  static String typed(@Nullable String text) {
    var line = Plain.line(text);
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
