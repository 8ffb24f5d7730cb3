package org.foyal.learning.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.kernel.Quarter;
import org.foyal.learning.figures.FigureSheets.Choice;
import org.foyal.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to what workshops add up to, by quarters that are over.
@Controller
class LearningFiguresPage {
  private final FigureSheets sheets;
  private final Pages pages;

  LearningFiguresPage(FigureSheets sheets, Pages pages) {
    this.sheets = sheets;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param sheet nothing while nothing is known
  /// @param unknown the names of neighbourhoods where all that there is was invented
  /// @param examples whether a demonstration invented sessions
  record View(
      Map<String, String> quarters,
      Optional<FigureSheet> sheet,
      List<String> unknown,
      boolean examples) {}

  @GetMapping("/workshops/figures")
  ModelAndView show(@RequestParam(defaultValue = "") String quarter, HttpServletRequest request) {
    var page = pages.of(request);
    var snapshot = sheets.snapshot();
    var choice = new Choice(Quarter.find(quarter), Optional.empty(), Optional.empty());
    return new ModelAndView("learning/figures/figures")
        .addObject(
            "view",
            new View(
                FigureSheets.quarters(page, snapshot),
                sheets.of(page, snapshot, choice),
                sheets.unknown(snapshot),
                !snapshot.exampleAreas().isEmpty()));
  }
}
