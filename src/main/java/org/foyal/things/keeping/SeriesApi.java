package org.foyal.things.keeping;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.shell.Pages;
import org.foyal.shell.data.OpenAnswers;
import org.foyal.shell.data.Problems;
import org.foyal.things.keeping.Charted.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The programs' door to what a datastream reported in a period, in few points.
@RestController
class SeriesApi {
  private static final List<String> HEADER =
      List.of("from", "until", "count", "min", "mean", "max");
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Map<String, Step> STEPS =
      Map.of("reading", Step.READING, "hour", Step.HOUR, "day", Step.DAY);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Series series;
  private final Pages pages;
  private final Clock clock;

  SeriesApi(Series series, Pages pages, Clock clock) {
    this.series = series;
    this.pages = pages;
    this.clock = clock;
  }

  /// What is asked.
  private record Asked(long datastream, Instant from, Instant until, Optional<Step> step) {}

  @GetMapping("/api/things/datastreams/{id}/series")
  ResponseEntity<?> chart(@PathVariable String id, HttpServletRequest request) {
    if (!id.matches("\\d{1,18}")) {
      return unknown(request);
    }
    var asked = read(Long.parseLong(id), request);
    if (asked.isEmpty()) {
      return refused(request, "things.keeping.api.parameter");
    }
    var question = asked.get();
    var charted =
        series.chart(question.datastream(), question.from(), question.until(), question.step());
    return switch (charted) {
      case Charted.Points points -> answer(question, points);
      case Charted.Unknown _ -> unknown(request);
      case Charted.TooMany _ -> refused(request, "things.keeping.api.too-many");
    };
  }

  /// The same as a table.
  @GetMapping("/api/things/datastreams/{id}/series.csv")
  ResponseEntity<?> table(@PathVariable String id, HttpServletRequest request) {
    var answer = chart(id, request);
    return answer.getBody() instanceof Map<?, ?> whole
        ? OpenAnswers.table(KEPT, "series-" + id + ".csv", HEADER, cells(whole))
        : answer;
  }

  private static List<List<String>> cells(Map<?, ?> whole) {
    return whole.get("points") instanceof List<?> points
        ? points.stream()
            .map(point ->
                point instanceof Map<?, ?> member
                    ? member.values().stream().map(String::valueOf).toList()
                    : List.<String>of())
            .toList()
        : List.of();
  }

  private static ResponseEntity<?> answer(Asked asked, Charted.Points told) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("datastream", asked.datastream());
    whole.put("from", TIME.format(asked.from()));
    whole.put("until", TIME.format(asked.until()));
    whole.put("step", told.step().name().toLowerCase(java.util.Locale.ROOT));
    whole.put("count", told.points().stream().mapToLong(Point::readings).sum());
    whole.put("points", told.points().stream().map(SeriesApi::member).toList());
    return OpenAnswers.of(MediaType.APPLICATION_JSON, KEPT).body(whole);
  }

  private static Map<String, Object> member(Point point) {
    var member = new LinkedHashMap<String, Object>();
    member.put("from", TIME.format(point.from()));
    member.put("until", TIME.format(point.until()));
    member.put("count", point.readings());
    member.put("min", point.minimum());
    member.put("mean", point.mean());
    member.put("max", point.maximum());
    return member;
  }

  /// What is asked; empty where it can't be answered.
  private Optional<Asked> read(long datastream, HttpServletRequest request) {
    var given = request.getParameterMap();
    boolean plain =
        Set.of("from", "until", "step").containsAll(given.keySet())
            && given.values().stream().allMatch(values -> values.length == 1);
    var step = Optional.ofNullable(request.getParameter("step"));
    if (!plain || !STEPS.keySet().containsAll(step.stream().toList())) {
      return Optional.empty();
    }
    var until = time(request.getParameter("until"), clock.instant());
    var from = until.flatMap(end -> time(request.getParameter("from"), end.minus(A_DAY)));
    return from.filter(since -> since.isBefore(until.orElseThrow()))
        .map(since -> new Asked(datastream, since, until.orElseThrow(), step.map(STEPS::get)));
  }

  /// A moment with its offset, of the years that the database and our calendar share.
  private static Optional<Instant> time(@Nullable String typed, Instant unlessSaid) {
    try {
      var at =
          typed == null ? unlessSaid : OffsetDateTime.parse(typed.replace(' ', '+')).toInstant();
      int year = at.atOffset(ZoneOffset.UTC).getYear();
      return year >= 1 && year <= 9999 ? Optional.of(at) : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private ResponseEntity<?> unknown(HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.NOT_FOUND,
        "things:datastream",
        page.say("things.keeping.api.unknown"),
        page.say("things.keeping.api.unknown.do"));
  }

  private ResponseEntity<?> refused(HttpServletRequest request, String detail) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "things:series",
        page.say("things.keeping.api.title"),
        page.say(detail));
  }
}
