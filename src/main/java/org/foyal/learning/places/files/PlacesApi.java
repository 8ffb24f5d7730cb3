package org.foyal.learning.places.files;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.shell.Pages;
import org.foyal.shell.data.OpenAnswers;
import org.foyal.shell.data.Points;
import org.foyal.shell.data.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The API door to places: the national standard v1.0.2 as CSV, and points for maps (GeoJSON).
///
/// The file holds the rows that have all that the standard asks for; how many it leaves out stands
/// in a header of the answer, and which ones on the desk of the staff. `rows=all` gives those too.
/// What a demonstration invented is in neither.
@RestController
class PlacesApi {
  private static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");

  private final Places places;
  private final Pages pages;

  PlacesApi(Places places, Pages pages) {
    this.places = places;
    this.pages = pages;
  }

  @GetMapping("/api/places.csv")
  ResponseEntity<?> table(
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "rows", required = false) @Nullable List<String> rows,
      HttpServletRequest request) {
    boolean all = rows != null && rows.equals(List.of("all"));
    var unknown = unknown(asked, Set.of("rows"));
    if (!unknown.isEmpty() || (rows != null && !all && !rows.equals(List.of("complete")))) {
      return refused(unknown.isEmpty() ? "rows" : "parameter", request);
    }
    var real = places.list().stream().filter(place -> !place.standing().example()).toList();
    var written = real.stream().filter(place -> all || place.missing().isEmpty()).toList();
    var table =
        OpenAnswers.table("places.csv", Columns.ALL, written.stream().map(Columns::of).toList());
    return ResponseEntity.status(table.getStatusCode())
        .headers(table.getHeaders())
        .header("X-Left-Out", Integer.toString(real.size() - written.size()))
        .body(table.getBody());
  }

  @GetMapping("/api/places.geojson")
  ResponseEntity<?> points(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    if (!unknown(asked, Set.of()).isEmpty()) {
      return refused("parameter", request);
    }
    var features =
        places.list().stream()
            .filter(place -> place.address().where() != null)
            .map(PlacesApi::feature)
            .toList();
    return OpenAnswers.of(GEOJSON, Duration.ofMinutes(5)).body(Points.collection(features));
  }

  private static Set<String> unknown(Map<String, String> asked, Set<String> known) {
    var unknown = new TreeSet<>(asked.keySet());
    unknown.removeAll(known);
    return unknown;
  }

  private static Map<String, Object> feature(Place place) {
    var where = place.address().position().orElseThrow();
    return Points.feature(
        where,
        Map.of(
            "id", place.id().toString(),
            "name", place.name(),
            "page", "/places/" + place.id(),
            "phone", place.contact().phone(),
            "hours", place.hours(),
            "updated", place.origin().updatedOn().toString(),
            "closed", !place.welcomes(),
            "example", place.standing().example()));
  }

  private ResponseEntity<ProblemDetail> refused(String what, HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "places:" + what,
        page.say("learning.places.api.title"),
        page.say("learning.places.api." + what));
  }
}
