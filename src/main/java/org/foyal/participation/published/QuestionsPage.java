package org.foyal.participation.published;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.Questions.Selection;
import org.foyal.participation.Theme;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the questions.
@Controller
class QuestionsPage {
  private static final int LONGEST = 200;

  private final Questions questions;
  private final Council council;
  private final Territory territory;

  QuestionsPage(Questions questions, Council council, Territory territory) {
    this.questions = questions;
    this.council = council;
    this.territory = territory;
  }

  @Bean
  static Door questionsDoor() {
    return new Door("/questions", "participation.questions", 5, Door.Audience.EVERYBODY);
  }

  /// What is looked for, as typed.
  record Form(
      @Nullable String q,
      @Nullable String to,
      @Nullable String theme,
      @Nullable String area,
      @Nullable String answered,
      @Nullable String below) {
    String words() {
      var line = Plain.line(q);
      return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
  }

  /// What the page shows.
  ///
  /// @param takenBack the numbers of the cases of those that were taken back
  /// @param to the mandates by their codes
  record View(
      List<Question> questions,
      Set<Long> takenBack,
      boolean more,
      boolean first,
      Form form,
      Selection chosen,
      Map<String, Mandate> to,
      List<Theme> themes,
      List<Area> areas,
      LocalDate today) {
    Map<String, String> toOptions(Language language) {
      var found = new LinkedHashMap<String, String>();
      to.values()
          .forEach(one -> found.put(one.code(), one.name() + ", " + one.role().in(language)));
      return found;
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

    Map<String, String> stateOptions(Page page) {
      var found = new LinkedHashMap<String, String>();
      found.put("yes", page.say("participation.answered"));
      found.put("no", page.say("participation.waits"));
      return found;
    }

    String state() {
      return chosen.answered().map(one -> one ? "yes" : "no").orElse("");
    }

    /// The address of the page after this one.
    String next() {
      return "/questions?below="
          + questions.getLast().caseId()
          + chosen.mandate().map(one -> "&to=" + one).orElse("")
          + chosen.theme().map(one -> "&theme=" + one).orElse("")
          + chosen.area().map(one -> "&area=" + one).orElse("")
          + chosen.answered().map(one -> "&answered=" + (one ? "yes" : "no")).orElse("")
          + (chosen.words().isEmpty()
              ? ""
              : "&q="
                  + java.net.URLEncoder.encode(
                      chosen.words(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @GetMapping("/questions")
  ModelAndView list(Form form) {
    var mandates = council.mandates();
    var below = Plain.line(form.below());
    var last = Optional.of(below).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
    var chosen =
        new Selection(
            council.findMandate(Plain.line(form.to())).map(Mandate::code),
            council.findTheme(Plain.line(form.theme())).map(Theme::code),
            territory.findArea(Plain.line(form.area())).map(Area::code),
            answered(Plain.line(form.answered())),
            form.words());
    var found = questions.list(chosen, last);
    return new ModelAndView("participation/published/list")
        .addObject(
            "view",
            new View(
                found.stream().limit(Questions.PAGE).toList(),
                questions.takenBack(found),
                found.size() > Questions.PAGE,
                last.isEmpty(),
                form,
                chosen,
                byCode(mandates),
                council.themes().stream().filter(Theme::active).toList(),
                territory.listAreas(Area.Kind.IRIS),
                questions.today()));
  }

  private static Optional<Boolean> answered(String typed) {
    return switch (typed) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Map<String, Mandate> byCode(List<Mandate> mandates) {
    return mandates.stream()
        .collect(Collectors.toMap(Mandate::code, one -> one, (one, _) -> one, LinkedHashMap::new));
  }
}
