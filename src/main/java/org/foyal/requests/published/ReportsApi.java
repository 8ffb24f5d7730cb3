package org.foyal.requests.published;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.foyal.requests.published.Lines.Line;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Points;
import org.foyal.shell.data.Problems;
import org.foyal.shell.language.Language;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The API door to what the public list shows: points for maps (GeoJSON), a feed for readers (RSS).
/// What we don't know is refused: all reports would be a wrong answer to a category mistyped.
@RestController
class ReportsApi {
  private static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
  private static final MediaType RSS =
      new MediaType("application", "rss+xml", StandardCharsets.UTF_8);

  private final Requests requests;
  private final Categories categories;
  private final Territory territory;
  private final Lines lines;
  private final Feed feed;
  private final Pages pages;

  ReportsApi(
      Requests requests,
      Categories categories,
      Territory territory,
      Lines lines,
      Feed feed,
      Pages pages) {
    this.requests = requests;
    this.categories = categories;
    this.territory = territory;
    this.lines = lines;
    this.feed = feed;
    this.pages = pages;
  }

  /// What a program asks for; nothing of a kind stands for all.
  record Wanted(@Nullable String category, @Nullable String area, @Nullable String language) {}

  /// The same once it was read.
  private record Asked(Optional<String> category, Optional<Area> area, Language language) {}

  /// @param below the reference of the last report of the page before
  @GetMapping("/api/reports.geojson")
  ResponseEntity<?> points(
      Wanted wanted,
      @RequestParam(required = false) @Nullable String below,
      HttpServletRequest request) {
    var last = Optional.ofNullable(below).flatMap(Reference::read).flatMap(requests::find);
    var wrong =
        wrong(wanted)
            .or(() -> below != null && last.isEmpty() ? Optional.of("below") : Optional.empty());
    if (wrong.isPresent()) {
      return refused(wrong.get(), request);
    }
    var asked = read(wanted);
    var found =
        requests.placed(asked.category(), asked.area().map(Area::code), last.map(Report::caseId));
    var shown = found.stream().limit(Requests.ON_A_MAP).toList();
    var body =
        new LinkedHashMap<>(
            Points.collection(
                lines.of(shown).stream().map(line -> feature(line, asked.language())).toList()));
    boolean more = found.size() > shown.size();
    body.put("more", more);
    if (more) {
      body.put("below", shown.getLast().reference().toString());
    }
    return ResponseEntity.ok()
        .contentType(GEOJSON)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
        .body(body);
  }

  @GetMapping("/api/reports.rss")
  ResponseEntity<?> feed(Wanted wanted, HttpServletRequest request) {
    var wrong = wrong(wanted);
    if (wrong.isPresent()) {
      return refused(wrong.get(), request);
    }
    var asked = read(wanted);
    var newest =
        requests.list(asked.category(), asked.area().map(Area::code), Optional.empty()).stream()
            .limit(Requests.PAGE)
            .toList();
    return ResponseEntity.ok()
        .contentType(RSS)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .body(feed.write(asked.language(), asked.area(), lines.of(newest)));
  }

  /// Which field names nothing that we know.
  private Optional<String> wrong(Wanted wanted) {
    if (wanted.category() != null && categories.find(wanted.category()).isEmpty()) {
      return Optional.of("category");
    }
    if (wanted.area() != null && territory.findArea(wanted.area()).isEmpty()) {
      return Optional.of("area");
    }
    return wanted.language() != null && Language.find(wanted.language()).isEmpty()
        ? Optional.of("language")
        : Optional.empty();
  }

  private Asked read(Wanted wanted) {
    return new Asked(
        Optional.ofNullable(wanted.category()).flatMap(categories::find).map(Category::code),
        Optional.ofNullable(wanted.area()).flatMap(territory::findArea),
        Optional.ofNullable(wanted.language()).flatMap(Language::find).orElse(Language.FR));
  }

  private ResponseEntity<ProblemDetail> refused(String what, HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "reports:" + what,
        page.say("requests.api.title"),
        page.say("requests.api." + what));
  }

  private static Map<String, Object> feature(Line line, Language reader) {
    var where = line.report().where().orElseThrow();
    return Points.feature(
        where,
        Map.of(
            "reference", line.report().reference().toString(),
            "name", line.report().title().in(reader),
            "page", "/reports/" + line.report().reference(),
            "filed", line.asked().due().openedOn().toString(),
            "closed", line.asked().closed(),
            "example", line.report().example()));
  }
}
