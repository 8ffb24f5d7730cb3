package org.foyal.territory.map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.shell.Freshness;
import org.foyal.territory.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/// The data door of the map: each layer as GeoJSON (RFC 7946), written as it is read, with who made
/// it and under what licence.
@RestController
@RequestMapping("/api/map")
class LayersApi {
  private final Maps maps;
  private final Problems problems;
  private final JsonMapper json;

  LayersApi(Maps maps, Problems problems, JsonMapper json) {
    this.maps = maps;
    this.problems = problems;
    this.json = json;
  }

  private interface Writing {
    void to(GeoJson out);
  }

  @GetMapping("/areas.geojson")
  void areas(@RequestParam(defaultValue = "IRIS") String kind, ServletWebRequest asked)
      throws IOException {
    var wanted = Stream.of(Area.Kind.values()).filter(k -> k.name().equals(kind)).findFirst();
    if (wanted.isEmpty()) {
      refuse(asked, "map.problem.kind");
      return;
    }
    var layers = maps.layers();
    var areas = wanted.get() == Area.Kind.IRIS ? layers.areas() : layers.communes();
    boolean official = areas.stream().allMatch(area -> area.area().officialOutline());
    answer(
        asked,
        "areas-" + kind,
        out -> {
          var from = maps.areaSources();
          out.begin(official, maps.sources());
          areas.forEach(area -> out.area(area, from.get(area.area().code())));
        });
  }

  @GetMapping("/streets.geojson")
  void streets(ServletWebRequest asked) throws IOException {
    answer(
        asked,
        "streets",
        out -> {
          out.begin(true, maps.sources());
          maps.eachStreet(out::street);
        });
  }

  @GetMapping("/roads.geojson")
  void roads(@RequestParam(required = false) @Nullable String bbox, ServletWebRequest asked)
      throws IOException {
    var frame = bbox == null ? Optional.of(new Envelope(-180, 180, -90, 90)) : frame(bbox);
    if (frame.isEmpty()) {
      refuse(asked, "map.problem.bbox");
      return;
    }
    answer(
        asked,
        "roads-" + frame.get(),
        out -> {
          out.begin(true, maps.sources());
          maps.layers().roads().stream()
              .filter(road -> road.line().getEnvelopeInternal().intersects(frame.get()))
              .forEach(out::road);
        });
  }

  @GetMapping("/places.geojson")
  void places(ServletWebRequest asked) throws IOException {
    answer(
        asked,
        "places",
        out -> {
          out.begin(true, maps.sources());
          maps.layers().places().forEach(out::place);
        });
  }

  /// West, south, east, north, as RFC 7946 orders them.
  private static Optional<Envelope> frame(String bbox) {
    if (!bbox.matches("(-?\\d{1,3}(\\.\\d{1,12})?)(,-?\\d{1,3}(\\.\\d{1,12})?){3}")) {
      return Optional.empty();
    }
    var sides = Stream.of(bbox.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    boolean sound =
        sides[0] >= -180
            && sides[0] <= sides[2]
            && sides[2] <= 180
            && sides[1] >= -90
            && sides[1] <= sides[3]
            && sides[3] <= 90;
    return sound
        ? Optional.of(new Envelope(sides[0], sides[2], sides[1], sides[3]))
        : Optional.empty();
  }

  private void answer(ServletWebRequest asked, String what, Writing layer) throws IOException {
    var response = response(asked);
    response.setHeader("Cache-Control", "public, max-age=300");
    // weak: the same layer may leave compressed or not
    if (Freshness.unchanged(asked, "W/\"" + maps.version() + "-" + what.hashCode() + "\"")) {
      return;
    }
    response.setContentType("application/geo+json");
    try (var out = new GeoJson(json.createGenerator(response.getOutputStream()))) {
      layer.to(out);
    }
  }

  private void refuse(ServletWebRequest asked, String key) throws IOException {
    HttpServletRequest request = asked.getRequest();
    problems.answer(request, response(asked), 400, key);
  }

  private static HttpServletResponse response(ServletWebRequest asked) {
    var response = asked.getResponse();
    if (response == null) {
      throw new IllegalStateException("a request without an answer");
    }
    return response;
  }
}
