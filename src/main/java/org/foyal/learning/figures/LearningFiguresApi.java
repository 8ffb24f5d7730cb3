package org.foyal.learning.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.kernel.Quarter;
import org.foyal.shell.Pages;
import org.foyal.shell.data.OpenAnswers;
import org.foyal.shell.data.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programs' door to what workshops add up to: CSV and JSON, one row a figure, of one quarter
/// or of all. While nothing real was counted it says so.
@RestController
class LearningFiguresApi {
  private final LearningFigures figures;
  private final Pages pages;

  LearningFiguresApi(LearningFigures figures, Pages pages) {
    this.figures = figures;
    this.pages = pages;
  }

  @GetMapping("/api/learning/figures")
  ResponseEntity<?> object(HttpServletRequest request) {
    var wrong = wrong(request);
    if (wrong.isPresent()) {
      return refused(wrong.get(), request);
    }
    var page = pages.of(request);
    var rows = FigureFile.of(figures.rows(), quarter(request));
    var whole = new LinkedHashMap<String, @Nullable Object>();
    whole.put("known", !rows.isEmpty());
    whole.put("note", page.say(rows.isEmpty() ? "learning.figures.none" : "learning.figures.rule"));
    whole.put("source", page.say("learning.figures.source.name"));
    whole.put("figures", rows.stream().map(FigureFile::member).toList());
    return OpenAnswers.object(whole);
  }

  @GetMapping("/api/learning/figures.csv")
  ResponseEntity<?> table(HttpServletRequest request) {
    var wrong = wrong(request);
    if (wrong.isPresent()) {
      return refused(wrong.get(), request);
    }
    var rows = FigureFile.of(figures.rows(), quarter(request));
    return OpenAnswers.table(
        "workshops.csv", FigureFile.HEADER, rows.stream().map(FigureFile::line).toList());
  }

  private static Optional<Quarter> quarter(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("quarter")).flatMap(Quarter::find);
  }

  /// What is wrong with what was asked, if anything is.
  private static Optional<String> wrong(HttpServletRequest request) {
    Map<String, String[]> asked = request.getParameterMap();
    if (!Set.of("quarter").containsAll(asked.keySet())) {
      return Optional.of("parameter");
    }
    var quarters = asked.get("quarter");
    return quarters != null && (quarters.length != 1 || Quarter.find(quarters[0]).isEmpty())
        ? Optional.of("quarter")
        : Optional.empty();
  }

  private ResponseEntity<ProblemDetail> refused(String what, HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "learning-figures:" + what,
        page.say("learning.figures.api.title"),
        page.say("learning.figures.api." + what));
  }
}
