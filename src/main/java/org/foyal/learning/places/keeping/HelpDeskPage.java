package org.foyal.learning.places.keeping;

import java.util.ArrayList;
import java.util.List;
import org.foyal.learning.places.Likeness;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.hours.Openings;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to all places: what is not known of each, and which may be one.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/places")
class HelpDeskPage {
  /// Comparing each with each takes the square of their number.
  private static final int MOST_COMPARED = 300;

  private final Places places;
  private final Openings openings;

  HelpDeskPage(Places places, Openings openings) {
    this.places = places;
    this.openings = openings;
  }

  @Bean
  static Door placesDeskDoor() {
    return new Door(
        "/staff/learning/places",
        "learning.places.desk",
        45,
        Door.Audience.STAFF,
        Role.MEDIATOR,
        Role.AGENT,
        Role.ADMIN);
  }

  /// Two places that may be one.
  record Twins(Place one, Place other) {}

  /// What the page shows.
  ///
  /// @param exported how many of them are in the published file
  /// @param unreadable those whose hours we can't read
  record View(
      List<Place> all, int exported, List<Place> unreadable, List<Twins> twins, boolean done) {}

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    var all = places.listAll();
    int exported =
        (int)
            places.list().stream()
                .filter(place -> place.missing().isEmpty() && !place.standing().example())
                .count();
    var unreadable = all.stream().filter(place -> !openings.understands(place.hours())).toList();
    return new ModelAndView("learning/places/keeping/desk")
        .addObject("view", new View(all, exported, unreadable, twins(all), "yes".equals(done)));
  }

  private static List<Twins> twins(List<Place> all) {
    var twins = new ArrayList<Twins>();
    for (int i = 0; i < Math.min(all.size(), MOST_COMPARED); i++) {
      for (int j = 0; j < i; j++) {
        if (Likeness.of(all.get(i), all.get(j)).orElse(0.0) >= Likeness.DOUBLE) {
          twins.add(new Twins(all.get(j), all.get(i)));
        }
      }
    }
    return twins;
  }
}
