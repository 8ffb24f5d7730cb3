package org.foyal.fibre.asking.wrong;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.cases.desk.CaseTopics;
import org.foyal.cases.desk.OwnDesk;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The operators' desk for what residents say is wrong; agents and administrators see all.
@Controller
@For({Role.ADMIN, Role.AGENT, Role.OPERATOR})
class CorrectionsPage {
  private final Objections objections;
  private final Partners partners;

  CorrectionsPage(Objections objections, Partners partners) {
    this.objections = objections;
    this.partners = partners;
  }

  @Bean
  static Door fibreCorrectionsDoor() {
    return new Door(
        "/staff/fibre/corrections",
        "fibre.asking.corrections",
        67,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.AGENT,
        Role.OPERATOR);
  }

  /// What the page shows.
  ///
  /// @param linked whether cases may be opened from here
  /// @param names what operators are called, by their code
  record View(
      List<Objections.Shown> open,
      List<Objections.Shown> answered,
      boolean linked,
      Map<String, String> names,
      String said,
      String problem) {}

  @Bean
  static OwnDesk fibreIsAnsweredHere() {
    return new OwnDesk(Objections.KIND);
  }

  @Bean
  static CaseTopics fibreTopics(Words words) {
    return new CaseTopics(
        Objections.KIND,
        () -> Map.of(Objections.TOPIC, words.everywhere("fibre.asking.corrections.topic")));
  }

  @GetMapping("/staff/fibre/corrections")
  ModelAndView list(SignedIn who, HttpServletResponse response) {
    return page(who, "", "", response);
  }

  /// One alone: the desk of cases leads here.
  @GetMapping("/staff/fibre/{reference:[0-9A-Z]{4}-[0-9A-Z]{4}}")
  ModelAndView one(@PathVariable String reference, SignedIn who, HttpServletResponse response) {
    var found =
        Reference.read(reference)
            .flatMap(about -> objections.find(Actor.of(who), about, restrictedTo(who)))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    boolean owed = found.objection().open() && !found.closed();
    response.setHeader("Cache-Control", "no-store");
    return page(
        new View(
            owed ? List.of(found) : List.of(),
            found.objection().answer().isPresent() ? List.of(found) : List.of(),
            isLinked(who),
            partners.names(),
            "",
            ""));
  }

  @PostMapping("/staff/fibre/corrections/{reference:[0-9A-Za-z-]{8,12}}")
  ModelAndView answer(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(required = false) @Nullable String words,
      SignedIn who,
      HttpServletResponse response) {
    var said = Plain.text(words);
    var chosen =
        Stream.of(Objection.Verdict.values()).filter(one -> one.name().equals(verdict)).findFirst();
    var about = Reference.read(reference);
    if (chosen.isEmpty()) {
      return page(who, "", "fibre.asking.corrections.no-verdict", response);
    }
    if (said.length() > Objections.LONGEST_WORDS) {
      return page(who, "", "shell.problem.long", response);
    }
    var answering =
        about.isEmpty()
            ? Objections.Answering.NOT_THERE
            : objections.answer(Actor.of(who), about.get(), chosen.get(), said, restrictedTo(who));
    return switch (answering) {
      case DONE -> page(who, "fibre.asking.corrections.done", "", response);
      case NO_WORDS -> page(who, "", "fibre.asking.corrections.no-words", response);
      case CLOSED -> page(who, "", "fibre.asking.corrections.closed", response);
      case NOT_THERE -> page(who, "", "fibre.asking.corrections.gone", response);
    };
  }

  /// Agents of the city answer for whoever does not.
  private Optional<String> restrictedTo(SignedIn who) {
    return who.roles().contains(Role.AGENT)
        ? Optional.empty()
        : partners.voiceOf(who).restrictedTo();
  }

  private ModelAndView page(
      SignedIn who, String said, String problem, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var mine = restrictedTo(who);
    var by = Actor.of(who);
    return page(
        new View(
            objections.list(by, mine, true),
            objections.list(by, mine, false),
            isLinked(who),
            partners.names(),
            said,
            problem));
  }

  private static boolean isLinked(SignedIn who) {
    return who.roles().contains(Role.AGENT) || who.administrator();
  }

  private static ModelAndView page(View view) {
    return new ModelAndView(
            "fibre/asking/wrong/corrections",
            view.problem().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}
