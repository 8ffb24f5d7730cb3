package org.foyal.territory.areas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.shell.Freshness;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Provenance;
import org.foyal.territory.Score;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// The JSON door to areas, and to which of them hold a point.
@RestController
@RequestMapping("/api/areas")
class AreaApi {
  private final Territory territory;
  private final Freshness freshness;
  private final Pages pages;

  AreaApi(Territory territory, Freshness freshness, Pages pages) {
    this.territory = territory;
    this.freshness = freshness;
    this.pages = pages;
  }

  /// An area as JSON tells it; names and units are those of the open data.
  record Told(
      String code,
      String kind,
      String name,
      @JsonProperty("parent_code") @Nullable String parentCode,
      @Nullable Integer population,
      @JsonProperty("population_period") @Nullable String populationPeriod,
      boolean official,
      @JsonProperty("label_lat") @Nullable Double labelLat,
      @JsonProperty("label_lon") @Nullable Double labelLon) {
    static Told of(Area area) {
      return new Told(
          area.code(),
          area.kind().name(),
          area.name(),
          area.parentCode(),
          area.population(),
          area.populationPeriod(),
          area.officialOutline(),
          area.labelled().map(Position::latitude_deg).orElse(null),
          area.labelled().map(Position::longitude_deg).orElse(null));
    }
  }

  /// All areas and where they came from.
  record All(List<Told> areas, List<Provenance> sources) {}

  /// One area, what is known of it and what lies beside it.
  record One(Told area, List<Score> scores, List<Told> neighbours, List<Provenance> sources) {}

  /// The areas that hold a point; a kind that holds it not is null.
  record Holding(@Nullable Told commune, @Nullable Told neighbourhood) {}

  @GetMapping
  @Nullable ResponseEntity<All> list(ServletWebRequest request) {
    if (freshness.unchanged(request, territory.version(), territory.changedAt())) {
      return null;
    }
    var areas =
        List.of(Kind.values()).stream()
            .flatMap(kind -> territory.listAreas(kind).stream())
            .map(Told::of)
            .toList();
    return ResponseEntity.ok(new All(areas, sources("AREAS")));
  }

  @GetMapping("/{code}")
  @Nullable ResponseEntity<?> show(@PathVariable String code, ServletWebRequest request) {
    var area = territory.findArea(code);
    if (area.isEmpty()) {
      return problem(request, HttpStatus.NOT_FOUND, "unknown");
    }
    if (freshness.unchanged(request, territory.version(), territory.changedAt())) {
      return null;
    }
    return ResponseEntity.ok(
        new One(
            Told.of(area.get()),
            territory.listScores().stream().filter(s -> s.areaCode().equals(code)).toList(),
            territory.neighbours(code).stream().map(Told::of).toList(),
            sources("AREAS")));
  }

  @GetMapping("/at")
  ResponseEntity<?> at(
      @RequestParam(required = false) @Nullable String lat,
      @RequestParam(required = false) @Nullable String lon,
      ServletWebRequest request) {
    return switch (Point.read(lat, lon)) {
      case Point.Read(Position where) -> holding(where, request);
      case Point.Unreadable(var why) -> problem(request, HttpStatus.BAD_REQUEST, why);
    };
  }

  private ResponseEntity<?> holding(Position where, ServletWebRequest request) {
    var commune = territory.areaAt(where, Kind.COMMUNE);
    var neighbourhood = territory.areaAt(where, Kind.IRIS);
    if (commune.isPresent() || neighbourhood.isPresent()) {
      return ResponseEntity.ok(new Holding(told(commune), told(neighbourhood)));
    }
    return Point.turned(where)
            .filter(turned ->
                territory.areaAt(turned, Kind.COMMUNE).isPresent()
                    || territory.areaAt(turned, Kind.IRIS).isPresent())
            .isPresent()
        ? problem(request, HttpStatus.BAD_REQUEST, "swapped")
        : problem(request, HttpStatus.NOT_FOUND, "outside");
  }

  private static @Nullable Told told(Optional<Area> area) {
    return area.map(Told::of).orElse(null);
  }

  private List<Provenance> sources(String kind) {
    return territory.listSources().stream().filter(s -> s.kind().equals(kind)).toList();
  }

  private ResponseEntity<ProblemDetail> problem(
      ServletWebRequest request, HttpStatus status, String what) {
    var page = pages.of(request.getRequest());
    return Problems.answer(
        page,
        status,
        "areas:" + what,
        page.say("areas.api." + what),
        page.say("areas.api." + what + ".cure"));
  }
}
