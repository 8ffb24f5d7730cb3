package org.foyal.learning.places.finding;

import java.util.List;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.territory.map.Maps;
import org.foyal.territory.map.Still;
import org.foyal.territory.map.Still.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to the places on the map: marks over the picture that the server draws, and beside
/// it the list of what it shows. Only who asks for it gets it.
@Controller
class HelpMapPage {
  private final Places places;
  private final Maps maps;

  HelpMapPage(Places places, Maps maps) {
    this.places = places;
    this.maps = maps;
  }

  /// A place on the picture.
  record Mark(Place place, Point at) {}

  /// What the page shows.
  ///
  /// @param off how many places have no known position
  record View(Still still, List<Mark> marks, int off) {}

  @GetMapping("/places/map")
  ModelAndView show(
      @RequestParam(required = false) @Nullable String lat,
      @RequestParam(required = false) @Nullable String lon,
      @RequestParam(required = false) @Nullable String z) {
    var still = maps.still(new Still.Wish(lat, lon, z), "");
    var all = places.list();
    var marks =
        still.empty()
            ? List.<Mark>of()
            : all.stream()
                .flatMap(place ->
                    place.address().position().stream()
                        .map(where -> new Mark(place, still.point(where))))
                .filter(mark -> mark.at().seen())
                .toList();
    int off = (int) all.stream().filter(place -> place.address().where() == null).count();
    return new ModelAndView("learning/places/finding/map")
        .addObject("view", new View(still, marks, off));
  }
}
