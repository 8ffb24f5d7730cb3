package org.foyal.learning.places.keeping;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.Saving;
import org.foyal.learning.places.files.Columns;
import org.foyal.learning.places.hours.Day;
import org.foyal.learning.places.hours.Now;
import org.foyal.learning.places.hours.Openings;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to one place: a form, what people would read, and saving.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/places")
class HelpFormPage {
  private static final String ONE =
      "/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

  private final Places places;
  private final Openings openings;
  private final Pages pages;
  private final Clock clock;
  private final ShellSettings shell;

  HelpFormPage(Places places, Openings openings, Pages pages, Clock clock, ShellSettings shell) {
    this.places = places;
    this.openings = openings;
    this.pages = pages;
    this.clock = clock;
    this.shell = shell;
  }

  /// What people would read of a place.
  record Preview(Place place, Now now, List<Day> week, boolean understood) {}

  /// What the page shows.
  ///
  /// @param edited the place that stands; nothing when it is a new one
  record View(
      @Nullable Place edited,
      Typed typed,
      @Nullable Preview preview,
      Map<String, String> problems,
      boolean done) {
    /// What somebody else has saved meanwhile where something else is typed.
    Map<String, String> others() {
      return edited == null || !problems.containsKey("version") ? Map.of() : typed.others(edited);
    }

    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping("/new")
  ModelAndView blank() {
    return page(null, Typed.of(fresh(UUID.randomUUID())), null, Map.of(), false);
  }

  @GetMapping(ONE)
  ModelAndView edit(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
    var place = find(id);
    return page(place, Typed.of(place), null, Map.of(), "yes".equals(done));
  }

  /// A form without a place of its own makes one, once: the same form again finds it made.
  @PostMapping("/new")
  ModelAndView add(
      @RequestParam MultiValueMap<String, String> sent, SignedIn who, HttpServletRequest request) {
    var typed = Typed.of(sent);
    var fields = new Fields();
    var made = typed.read(fresh(UUID.randomUUID()), today(), fields);
    if (!fields.good() || preview(typed)) {
      return page(null, typed, fields.good() ? preview(made) : null, fields.problems(), false);
    }
    return switch (places.add(Actor.of(who), made)) {
      case Saving.Saved(Place place) -> there(place, request);
      case Saving.Same(Place place) -> there(place, request);
      case Saving.Overtaken(), Saving.InUse(int _) ->
          throw new ResponseStatusException(HttpStatus.CONFLICT);
      case Saving.Taken(String national) ->
          places
              .findNational(national)
              .filter(place -> Columns.of(place).equals(Columns.of(made)))
              .map(place -> there(place, request))
              .orElseGet(() ->
                  page(null, typed, null, Map.of("id", "learning.places.problem.taken"), false));
    };
  }

  @PostMapping(ONE)
  ModelAndView change(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      SignedIn who,
      HttpServletRequest request) {
    var standing = find(id);
    var typed = Typed.of(sent);
    var fields = new Fields();
    var made = typed.read(standing, today(), fields);
    if (!fields.good() || preview(typed)) {
      return page(standing, typed, fields.good() ? preview(made) : null, fields.problems(), false);
    }
    return switch (places.change(Actor.of(who), made)) {
      case Saving.Saved(Place place) -> there(place, request);
      case Saving.Same(Place place) -> there(place, request);
      case Saving.Overtaken() -> overtaken(find(id), typed);
      case Saving.InUse(int _) ->
          page(standing, typed, null, Map.of("hidden", "learning.places.problem.in-use"), false);
      case Saving.Taken(String _) ->
          page(standing, typed, null, Map.of("id", "learning.places.problem.taken"), false);
    };
  }

  /// What was typed stays, and can be saved over what somebody else saved, which is shown.
  private static ModelAndView overtaken(Place now, Typed typed) {
    var problems = Map.of("version", "learning.places.problem.overtaken");
    return page(now, typed.over(now), null, problems, false);
  }

  private static boolean preview(Typed typed) {
    return typed.text("act").equals("preview");
  }

  private Preview preview(Place place) {
    return new Preview(
        place,
        openings.now(place.hours()),
        openings.week(place.hours()),
        openings.understands(place.hours()));
  }

  private Place fresh(UUID id) {
    return Place.blank(id, today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shell.timeZone());
  }

  private Place find(String id) {
    return Optional.of(UUID.fromString(id))
        .flatMap(places::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(Place place, HttpServletRequest request) {
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/learning/places/" + place.id() + "?done=yes"));
  }

  private static ModelAndView page(
      @Nullable Place edited,
      Typed typed,
      @Nullable Preview preview,
      Map<String, String> problems,
      boolean done) {
    return new ModelAndView("learning/places/keeping/form", Fields.status(problems))
        .addObject("view", new View(edited, typed, preview, problems, done));
  }
}
