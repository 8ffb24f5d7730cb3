package org.foyal.things.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.kernel.Position;
import org.foyal.shell.Pages;
import org.foyal.shell.data.OpenAnswers;
import org.foyal.shell.data.Points;
import org.foyal.shell.data.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programs' door to where the city's objects stand; homes are rounded here too.
@RestController
class ThingsPointsApi {
  private static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
  private static final Position SOUTH_WEST = new Position(-89, -179);
  private static final Position NORTH_EAST = new Position(89, 179);

  private final Showing showing;
  private final Pages pages;

  ThingsPointsApi(Showing showing, Pages pages) {
    this.showing = showing;
    this.pages = pages;
  }

  @GetMapping("/api/things/objects.geojson")
  ResponseEntity<?> points(HttpServletRequest request) {
    var given = request.getParameterMap();
    var word = Optional.ofNullable(request.getParameter("kind"));
    var kind = word.flatMap(Kind::find);
    boolean plain =
        Set.of("kind").containsAll(given.keySet())
            && given.values().stream().allMatch(values -> values.length == 1);
    if (!plain || word.isPresent() != kind.isPresent()) {
      var page = pages.of(request);
      return Problems.answer(
          page,
          HttpStatus.BAD_REQUEST,
          "things:objects",
          page.say("things.showing.api.title"),
          page.say("things.showing.api.kind"));
    }
    var features =
        showing.inside(SOUTH_WEST, NORTH_EAST, kind).stream()
            .flatMap(one -> one.where().map(at -> Points.feature(at, said(one))).stream())
            .toList();
    return OpenAnswers.of(GEOJSON, Duration.ofMinutes(1)).body(Points.collection(features));
  }

  private static Map<String, Object> said(Shown one) {
    return Map.of(
        "id", one.id(),
        "name", one.name(),
        "kind", one.kind().code(),
        "page", "/things/" + one.id(),
        "rounded", one.blurred(),
        "example", one.example());
  }
}
