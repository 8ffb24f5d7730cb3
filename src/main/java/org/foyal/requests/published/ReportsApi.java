package org.foyal.requests.published;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.foyal.requests.Box;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Requests;
import org.foyal.requests.published.Lines.Line;
import org.foyal.shell.language.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The API door to the reports on the map: the newest, as points.
@RestController
class ReportsApi {
  private final Requests requests;
  private final Categories categories;
  private final Lines lines;

  ReportsApi(Requests requests, Categories categories, Lines lines) {
    this.requests = requests;
    this.categories = categories;
    this.lines = lines;
  }

  @GetMapping(value = "/api/reports.geojson", produces = "application/geo+json")
  ResponseEntity<Map<String, Object>> points(
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "fr") String language) {
    var chosen = categories.find(category).map(Category::code);
    var reader = Language.find(language).orElse(Language.FR);
    var features =
        lines.of(requests.inside(Box.WORLD, chosen)).stream()
            .map(line -> feature(line, reader))
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
        .body(Map.of("type", "FeatureCollection", "features", features));
  }

  private static Map<String, Object> feature(Line line, Language reader) {
    var where = line.report().where().orElseThrow();
    return Map.of(
        "type",
        "Feature",
        "geometry",
        Map.of(
            "type", "Point", "coordinates", List.of(where.longitude_deg(), where.latitude_deg())),
        "properties",
        Map.of(
            "name", line.report().title().in(reader),
            "page", "/reports/" + line.report().reference(),
            "filed", line.asked().due().openedOn().toString(),
            "closed", line.asked().closed(),
            "example", line.report().example()));
  }
}
