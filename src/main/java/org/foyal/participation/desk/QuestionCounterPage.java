package org.foyal.participation.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.cases.Case;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.participation.Asking;
import org.foyal.participation.Council;
import org.foyal.participation.Draft;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.Theme;
import org.foyal.people.mandates.ActKind;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door for somebody who comes to a counter, calls or writes with a question to an
/// official: the same list as all others. What is noted to reach them is noted with their spoken
/// yes; nothing at all is enough too.
@Controller
@For({Role.ADMIN, Role.AGENT, Role.MEDIATOR})
@RequestMapping("/staff/participation/new")
class QuestionCounterPage {
  private static final List<Channel> CHANNELS =
      List.of(Channel.COUNTER, Channel.PHONE, Channel.EMAIL);

  private final Questions questions;
  private final Council council;
  private final Territory territory;

  QuestionCounterPage(Questions questions, Council council, Territory territory) {
    this.questions = questions;
    this.council = council;
    this.territory = territory;
  }

  @Bean
  static Door questionCounterDoor() {
    return new Door(
        "/staff/participation/new",
        "participation.counter",
        15,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.AGENT,
        Role.MEDIATOR);
  }

  /// What a helper may do for somebody under a mandate.
  @Bean
  static ActKind askForSomebody() {
    return new ActKind("participation.ask", "participation.helped", 30);
  }

  /// A question as written down.
  ///
  /// @param agreed whether the person said yes to being noted
  /// @param other whether none of the questions that were found is the same
  record Form(
      @Nullable String to,
      @Nullable String channel,
      @Nullable String language,
      @Nullable String theme,
      @Nullable String area,
      @Nullable String title,
      @Nullable String words,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String agreed,
      @Nullable String other,
      @Nullable String form) {
    static final Form EMPTY = new Form("", "COUNTER", "fr", "", "", "", "", "", "", "", "", "", "");

    Asker asker() {
      return new Asker(
          some(name),
          some(email),
          some(phone),
          Language.find(language == null ? "" : language).orElse(Language.FR));
    }

    private static Optional<String> some(@Nullable String text) {
      return Optional.of(Plain.line(text)).filter(line -> !line.isEmpty());
    }
  }

  /// What the page shows.
  ///
  /// @param similar published questions that may be the same
  /// @param name the name of the form
  record View(
      Map<String, Map<Language, String>> to,
      List<Theme> themes,
      Map<String, String> areas,
      List<Question> similar,
      Form form,
      String name,
      Map<String, String> problems) {
    List<Channel> channels() {
      return CHANNELS;
    }

    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> toOptions(Language language) {
      return to.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  one -> one.getValue().getOrDefault(language, one.getKey()),
                  (one, _) -> one,
                  LinkedHashMap::new));
    }

    Map<String, String> themeOptions(Language language) {
      var found = new LinkedHashMap<String, String>();
      themes.forEach(one -> found.put(one.code(), one.title().in(language)));
      return found;
    }
  }

  /// What to hand over: the reference and its code.
  record Receipt(Case opened, String code, boolean letter) {}

  @GetMapping
  ModelAndView show() {
    return page(Form.EMPTY, UUID.randomUUID(), Map.of(), List.of());
  }

  @PostMapping
  ModelAndView file(Form form, SignedIn who, HttpServletResponse response) {
    var name = Plain.formName(form.form());
    var channel = CHANNELS.stream().filter(one -> one.name().equals(form.channel())).findFirst();
    var draft =
        new Draft(
            name,
            Plain.line(form.to()),
            Plain.line(form.theme()),
            Plain.line(form.area()),
            Plain.line(form.title()),
            Plain.text(form.words()),
            channel.orElse(Channel.COUNTER),
            form.asker(),
            who.id());
    var problems = new LinkedHashMap<>(questions.check(draft));
    if (channel.isEmpty()) {
      problems.put("channel", "participation.problem.channel");
    }
    boolean wrote = draft.channel() == Channel.EMAIL; // they typed how to reach them themselves
    if (isNoted(draft.asker()) && !wrote && !"yes".equals(form.agreed())) {
      problems.put("agreed", "participation.problem.agreed");
    }
    if (!problems.isEmpty()) {
      return page(form, name, problems, List.of());
    }
    var similar = questions.similar(draft.title());
    if (!similar.isEmpty() && !"yes".equals(form.other())) {
      return page(form, name, Map.of(), similar);
    }
    return switch (questions.file(draft)) {
      case Asking.Opened(var opened, String code, boolean letter) ->
          receipt(new Receipt(opened, code, letter), response);
      case Asking.OpenedBefore(var opened, String code) ->
          receipt(new Receipt(opened, code, false), response);
      case Asking.Refused(var why) -> page(form, name, why, List.of());
      case Asking.LetterSent _, Asking.ConfirmedBefore _, Asking.NoQuestion _ ->
          throw new IllegalStateException("a counter needs no letter");
    };
  }

  private static boolean isNoted(Asker asker) {
    return asker.name().isPresent() || asker.email().isPresent() || asker.phone().isPresent();
  }

  private static ModelAndView receipt(Receipt receipt, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return new ModelAndView("participation/desk/receipt").addObject("receipt", receipt);
  }

  private ModelAndView page(
      Form form, UUID name, Map<String, String> problems, List<Question> similar) {
    var areas = new LinkedHashMap<String, String>();
    territory.listAreas(Area.Kind.IRIS).forEach(one -> areas.put(one.code(), one.name()));
    var to = new LinkedHashMap<String, Map<Language, String>>();
    for (var one : council.running(questions.today())) {
      var names = new java.util.EnumMap<Language, String>(Language.class);
      for (var language : Language.values()) {
        names.put(language, one.name() + ", " + one.role().in(language));
      }
      to.put(one.code(), names);
    }
    return new ModelAndView(
            "participation/desk/counter",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                to,
                council.themes().stream().filter(Theme::active).toList(),
                areas,
                similar,
                form,
                name.toString(),
                problems));
  }
}
