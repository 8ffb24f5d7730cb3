package org.foyal.fibre.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.foyal.shell.Pages;
import org.foyal.shell.data.OpenAnswers;
import org.foyal.shell.data.Problems;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programs' door to the follow-up: what was published of the city and what files tell of each
/// neighbourhood, on a day, as it is known now or was known by another. Examples are in none.
@RestController
class CoverageApi {
  private final FollowUp follow;
  private final CoverageRows rows;
  private final Pages pages;

  CoverageApi(FollowUp follow, CoverageRows rows, Pages pages) {
    this.follow = follow;
    this.rows = rows;
    this.pages = pages;
  }

  @GetMapping("/api/fibre/coverage")
  ResponseEntity<?> object(HttpServletRequest request) {
    var question = question(request);
    if (question.isEmpty()) {
      return refused(request);
    }
    var page = pages.of(request);
    var sheet = follow.of(question.get());
    var told = rows.of(sheet);
    var whole = new LinkedHashMap<String, @Nullable Object>();
    whole.put("day", question.get().day().toString());
    whole.put("known_by", question.get().knownBy().map(LocalDate::toString).orElse(null));
    whole.put("known", !told.isEmpty());
    whole.put("note", page.say("fibre.coverage.api.note"));
    whole.put("rows", told.stream().map(CoverageRow::member).toList());
    whole.put("promises", sheet.promised().stream().map(CoverageRow::promise).toList());
    whole.put(
        "forecasts", follow.forecasts(question.get()).stream().map(CoverageRow::forecast).toList());
    return OpenAnswers.object(whole);
  }

  @GetMapping("/api/fibre/coverage.csv")
  ResponseEntity<?> table(HttpServletRequest request) {
    var question = question(request);
    if (question.isEmpty()) {
      return refused(request);
    }
    var told = rows.of(follow.of(question.get()));
    return OpenAnswers.table(
        "fibre.csv", CoverageRow.HEADER, told.stream().map(CoverageRow::line).toList());
  }

  /// What is asked; empty where it can't be answered.
  private Optional<Question> question(HttpServletRequest request) {
    var asked = request.getParameterMap();
    var today = follow.today();
    boolean plain =
        Set.of("on", "known").containsAll(asked.keySet())
            && asked.values().stream().allMatch(values -> values.length == 1);
    var on = day(request.getParameter("on"), today);
    var known = day(request.getParameter("known"), today);
    boolean read =
        (request.getParameter("on") == null || on.isPresent())
            && (request.getParameter("known") == null || known.isPresent());
    return plain && read
        ? Optional.of(new Question(on.orElse(today), known, false))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(@Nullable String typed, LocalDate today) {
    return Plain.day(typed).filter(day -> !day.isAfter(today) && !day.isBefore(CoveragePage.FIRST));
  }

  private ResponseEntity<ProblemDetail> refused(HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "fibre-coverage:parameter",
        page.say("fibre.coverage.api.title"),
        page.say("fibre.coverage.api.parameter"));
  }
}
