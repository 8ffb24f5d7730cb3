package org.foyal.participation.published;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.participation.Body;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.Questions.Selection;
import org.foyal.participation.Theme;
import org.foyal.participation.answers.Answers;
import org.foyal.participation.answers.Pledge;
import org.foyal.shell.Door;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.territory.search.Hit;
import org.foyal.territory.search.Search;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the elected officials: by body, by neighbourhood, and each with what was
/// asked, answered and committed to.
@Controller
class ElectedPage {
  private static final int MOST_HITS = 8;
  private static final int LONGEST = 200;

  private final Council council;
  private final Questions questions;
  private final Answers answers;
  private final AnswerFigures figures;
  private final Territory territory;
  private final Search search;

  ElectedPage(
      Council council,
      Questions questions,
      Answers answers,
      AnswerFigures figures,
      Territory territory,
      Search search) {
    this.council = council;
    this.questions = questions;
    this.answers = answers;
    this.figures = figures;
    this.territory = territory;
    this.search = search;
  }

  @Bean
  static Door electedDoor() {
    return new Door("/elected", "participation.elected", 6, Door.Audience.EVERYBODY);
  }

  /// The list.
  ///
  /// @param bodies the bodies with those who sit there now
  /// @param here those who are for the neighbourhood that was chosen
  /// @param hits places that a search found, to choose a neighbourhood by
  record View(
      Map<Body, List<Mandate>> bodies,
      Map<String, Theme> themes,
      List<Area> areas,
      Optional<Area> area,
      List<Mandate> here,
      String typed,
      List<Hit> hits) {
    Map<String, String> areaOptions() {
      var found = new LinkedHashMap<String, String>();
      areas.forEach(one -> found.put(one.code(), one.name()));
      return found;
    }
  }

  /// One official.
  ///
  /// @param of the questions that commitments belong to, by the numbers of their cases
  record One(
      Mandate mandate,
      List<Theme> themes,
      List<Area> areas,
      Statistic figures,
      List<Question> waiting,
      List<Question> answered,
      List<Pledge> pledges,
      Map<Long, Question> of,
      LocalDate today) {}

  @GetMapping("/elected")
  ModelAndView list(
      @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String q) {
    var running = council.running(questions.today());
    var bodies = new LinkedHashMap<Body, List<Mandate>>();
    council.bodies().stream()
        .filter(Body::active)
        .forEach(body ->
            bodies.put(
                body,
                running.stream().filter(one -> one.body().code().equals(body.code())).toList()));
    var chosen = territory.findArea(area).filter(one -> one.kind() == Area.Kind.IRIS);
    var here =
        chosen
            .map(one -> running.stream().filter(m -> m.isOf(one.code())).toList())
            .orElse(List.of());
    var typed = Plain.line(q.length() > LONGEST ? q.substring(0, LONGEST) : q);
    var hits =
        typed.isEmpty()
            ? List.<Hit>of()
            : search.find(typed, MOST_HITS).hits().stream()
                .filter(hit -> hit.areaCode() != null)
                .toList();
    return new ModelAndView("participation/published/elected")
        .addObject(
            "view",
            new View(
                bodies, themes(), territory.listAreas(Area.Kind.IRIS), chosen, here, typed, hits));
  }

  private Map<String, Theme> themes() {
    var found = new LinkedHashMap<String, Theme>();
    council.themes().forEach(one -> found.put(one.code(), one));
    return found;
  }

  @GetMapping("/elected/{code:[a-z0-9-]{1,60}}")
  ModelAndView one(@PathVariable String code) {
    var mandate =
        council
            .findMandate(code)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var pledges = answers.pledges(List.of(code));
    var answered =
        new Selection(Optional.of(code), Optional.empty(), Optional.empty(), Optional.of(true), "");
    return new ModelAndView("participation/published/official")
        .addObject(
            "one",
            new One(
                mandate,
                mandate.themes().stream().flatMap(t -> council.findTheme(t).stream()).toList(),
                mandate.areas().stream().flatMap(a -> territory.findArea(a).stream()).toList(),
                figures.ofOfficial(code),
                questions.owed(List.of(code), Questions.PAGE),
                questions.list(answered, Optional.empty()).stream().limit(Questions.PAGE).toList(),
                pledges,
                answers.questionsOf(pledges),
                questions.today()));
  }
}
