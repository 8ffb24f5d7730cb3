package org.foyal.participation.published;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.participation.Council;
import org.foyal.participation.Questions;
import org.foyal.shell.language.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the figures: by official and by theme, how many were asked, answered, in
/// what time.
@Controller
class QuestionFiguresPage {
  private final AnswerFigures figures;
  private final Council council;
  private final Questions questions;

  QuestionFiguresPage(AnswerFigures figures, Council council, Questions questions) {
    this.figures = figures;
    this.council = council;
    this.questions = questions;
  }

  /// A line of a table.
  ///
  /// @param name of an official, where the line is about one
  record Line(String path, Optional<String> name, Told title, Statistic figures) {}

  /// What the page shows.
  record View(Statistic all, List<Line> officials, List<Line> themes, LocalDate today) {}

  @GetMapping("/questions/figures")
  ModelAndView show() {
    var officials =
        council.mandates().stream()
            .map(one ->
                new Line(
                    "/elected/" + one.code(),
                    Optional.of(one.name()),
                    one.role(),
                    figures.ofOfficial(one.code())))
            .filter(line -> line.figures().asked() > 0)
            .toList();
    var themes =
        council.themes().stream()
            .map(one ->
                new Line(
                    "/questions?theme=" + one.code(),
                    Optional.empty(),
                    one.title(),
                    figures.of(row -> row.theme().filter(one.code()::equals).isPresent())))
            .filter(line -> line.figures().asked() > 0)
            .toList();
    return new ModelAndView("participation/published/figures")
        .addObject("view", new View(figures.of(_ -> true), officials, themes, questions.today()));
  }
}
