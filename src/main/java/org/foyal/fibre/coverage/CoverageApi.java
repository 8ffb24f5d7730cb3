package org.foyal.fibre.coverage;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programs' door to the follow-up: what was published of the city and what files tell of each
/// neighbourhood, on a day, as it is known now or was known by another. Examples are in none.
@RestController
class CoverageApi {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

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
    return answer(MediaType.APPLICATION_JSON).body(whole);
  }

  @GetMapping("/api/fibre/coverage.csv")
  ResponseEntity<?> table(HttpServletRequest request) {
    var question = question(request);
    if (question.isEmpty()) {
      return refused(request);
    }
    return answer(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"fibre.csv\"")
        .body(csv(rows.of(follow.of(question.get()))).getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity.BodyBuilder answer(MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .header("Access-Control-Allow-Origin", "*");
  }

  private static String csv(List<CoverageRow> rows) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(CoverageRow.HEADER);
      rows.forEach(row -> csv.writeRecord(row.line()));
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return text.toString();
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
