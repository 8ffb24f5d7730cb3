package org.foyal.learning.places.finding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.hours.Day;
import org.foyal.learning.places.hours.Now;
import org.foyal.learning.places.hours.Openings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one place: how to reach it first, then when, where and what for.
@Controller
class HelpPlacePage {
  private final Places places;
  private final Openings openings;
  private final Territory territory;

  HelpPlacePage(Places places, Openings openings, Territory territory) {
    this.places = places;
    this.openings = openings;
    this.territory = territory;
  }

  /// What the page shows.
  ///
  /// @param week the seven days from today on; none where the hours say nothing that we understand
  record View(Place place, Now now, List<Day> week, Optional<Area> area) {}

  @GetMapping("/places/{id:[0-9a-f-]{36}}")
  ModelAndView show(@PathVariable String id) {
    var place =
        uuid(id)
            .flatMap(places::find)
            .filter(one -> !one.standing().hidden())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("learning/places/finding/place")
        .addObject(
            "view",
            new View(
                place,
                openings.now(place.hours()),
                openings.week(place.hours()),
                Optional.ofNullable(place.address().area()).flatMap(territory::findArea)));
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
