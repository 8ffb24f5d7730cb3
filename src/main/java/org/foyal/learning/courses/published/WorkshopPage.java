package org.foyal.learning.courses.published;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Need;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.places.files.Phone;
import org.foyal.shell.ShellSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to one session: when, where, how to get there, what to bring.
@Controller
class WorkshopPage {
  private final Courses courses;
  private final Resources resources;
  private final Cards cards;
  private final Clock clock;
  private final ShellSettings shell;

  WorkshopPage(
      Courses courses, Resources resources, Cards cards, Clock clock, ShellSettings shell) {
    this.courses = courses;
    this.resources = resources;
    this.cards = cards;
    this.clock = clock;
    this.shell = shell;
  }

  /// What the page shows.
  ///
  /// @param room its name, where one is named
  /// @param needs what the course answers
  /// @param phone of the place, or of the city; empty when none is known
  /// @param over whether it has begun
  /// @param reserves whether some seats are kept still for those at risk of exclusion
  record View(
      Card card,
      Optional<String> room,
      List<Need> needs,
      String phone,
      boolean over,
      boolean reserves) {
    /// The number as a telephone dials it.
    String dialled() {
      return phone.replaceAll("[^0-9+]", "");
    }

    /// The number as people say it.
    String said() {
      return Phone.said(phone);
    }

    /// A map of the way, on the public map of OpenStreetMap.
    Optional<String> way() {
      return card.place().address().position().map(View::map);
    }

    private static String map(Position where) {
      return "https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=18/%s/%s"
          .formatted(
              where.latitude_deg(),
              where.longitude_deg(),
              where.latitude_deg(),
              where.longitude_deg());
    }
  }

  @GetMapping("/workshops/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
  ModelAndView one(@PathVariable String id) {
    var card =
        WorkshopsPage.id(id)
            .flatMap(courses::find)
            .flatMap(session -> cards.of(List.of(session)).stream().findFirst())
            .filter(one -> !one.place().standing().hidden() || !one.session().planned())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var session = card.session();
    var phone = card.place().contact().phone();
    var view =
        new View(
            card,
            session.room().flatMap(resources::find).map(Resource::name),
            courses.listNeeds().stream()
                .filter(need -> card.course().needs().contains(need.code()))
                .toList(),
            phone.isEmpty() ? shell.contactPhone() : phone,
            !session.startsAt().isAfter(clock.instant()),
            session.reservedPercent() > 0 && clock.instant().isBefore(session.releasedAt()));
    return new ModelAndView("learning/courses/published/one").addObject("view", view);
  }
}
