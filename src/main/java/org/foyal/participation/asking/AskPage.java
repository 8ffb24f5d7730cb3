package org.foyal.participation.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.participation.Asking;
import org.foyal.participation.Council;
import org.foyal.participation.Draft;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.Theme;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to asking an official, in two steps and a letter: whom and in one line, what was
/// asked before, then the words and an address. No account, no script.
@Controller
@RequestMapping("/questions/ask")
class AskPage {
  private static final int AN_HOUR = 20;

  private final Pace pace = new Pace(AN_HOUR, Duration.ofHours(1));
  private final Questions questions;
  private final Council council;
  private final Territory territory;
  private final Pages pages;

  AskPage(Questions questions, Council council, Territory territory, Pages pages) {
    this.questions = questions;
    this.council = council;
    this.territory = territory;
    this.pages = pages;
  }

  /// A question as typed.
  record Form(
      @Nullable String to,
      @Nullable String title,
      @Nullable String theme,
      @Nullable String area,
      @Nullable String words,
      @Nullable String name,
      @Nullable String email,
      @Nullable String form) {
    String line() {
      var line = Plain.line(title);
      return line.length() > 400 ? line.substring(0, 400) : line;
    }

    Form named() {
      return new Form(to, title, theme, area, words, name, email, UUID.randomUUID().toString());
    }

    Draft draft(Language language) {
      return new Draft(
          Plain.formName(form),
          Plain.line(to),
          Plain.line(theme),
          Plain.line(area),
          Plain.line(title),
          Plain.text(words),
          Channel.WEB,
          new Asker(some(name), some(email), Optional.empty(), language),
          null);
    }

    private static Optional<String> some(@Nullable String text) {
      return Optional.of(Plain.line(text)).filter(line -> !line.isEmpty());
    }
  }

  /// The first step: whom, and in one line.
  record First(List<Mandate> mandates, Form form, Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// Whom it can be put to, by code.
    Map<String, String> options(Language language) {
      var found = new LinkedHashMap<String, String>();
      mandates.forEach(one -> found.put(one.code(), one.name() + ", " + one.role().in(language)));
      return found;
    }
  }

  /// The second step: what was asked before, and the words.
  record Second(
      Mandate to,
      Form form,
      List<Question> similar,
      List<Theme> themes,
      List<Area> areas,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> themeOptions(Language language) {
      var found = new LinkedHashMap<String, String>();
      themes.forEach(one -> found.put(one.code(), one.title().in(language)));
      return found;
    }

    Map<String, String> areaOptions() {
      var found = new LinkedHashMap<String, String>();
      areas.forEach(one -> found.put(one.code(), one.name()));
      return found;
    }
  }

  @GetMapping
  ModelAndView show(Form form) {
    var problems = new LinkedHashMap<String, String>();
    var to = to(form);
    if (form.title() == null) {
      return first(form, problems);
    }
    if (to.isEmpty()) {
      problems.put("to", "participation.problem.to");
    }
    if (form.line().length() < Draft.SHORTEST_TITLE) {
      problems.put("title", "participation.problem.title");
    } else if (form.line().length() > Draft.LONGEST_TITLE) {
      problems.put("title", "shell.problem.long");
    }
    return to.isPresent() && problems.isEmpty()
        ? second(to.get(), form.named(), Map.of())
        : first(form, problems);
  }

  @PostMapping
  ModelAndView ask(Form form, HttpServletRequest request) {
    var to = to(form);
    if (to.isEmpty()) {
      return first(form, Map.of("to", "participation.problem.to"));
    }
    var draft = form.draft(pages.of(request).language());
    var wrong = questions.check(draft);
    if (!wrong.isEmpty()) {
      return second(to.get(), form, wrong);
    }
    if (!pace.allows(request.getRemoteAddr())) {
      var page = second(to.get(), form, Map.of("words", "participation.problem.wait"));
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    return switch (questions.ask(draft)) {
      case Asking.Refused(var problems) -> second(to.get(), form, problems);
      case Asking.LetterSent() ->
          new ModelAndView("participation/asking/sent")
              .addObject("address", Plain.line(form.email()));
      case Asking.Opened _, Asking.OpenedBefore _, Asking.ConfirmedBefore _, Asking.NoQuestion _ ->
          throw new IllegalStateException("nothing is opened before it is confirmed");
    };
  }

  private Optional<Mandate> to(Form form) {
    return council.findMandate(Plain.line(form.to())).filter(one -> one.runs(questions.today()));
  }

  private ModelAndView first(Form form, Map<String, String> problems) {
    return new ModelAndView("participation/asking/first", status(problems))
        .addObject(
            "first", new First(council.running(questions.today()), form, Map.copyOf(problems)));
  }

  private ModelAndView second(Mandate to, Form form, Map<String, String> problems) {
    var themes =
        council.themes().stream()
            .filter(Theme::active)
            .filter(one -> to.themes().isEmpty() || to.themes().contains(one.code()))
            .toList();
    return new ModelAndView("participation/asking/second", status(problems))
        .addObject(
            "second",
            new Second(
                to,
                form,
                questions.similar(form.line()),
                themes,
                territory.listAreas(Area.Kind.IRIS),
                problems));
  }

  private static HttpStatus status(Map<String, String> problems) {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
  }
}
