package org.foyal.learning.activity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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

/// The web door by which a mediator records an activity, on one page and in a few taps, and
/// corrects it.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/activities")
class ActivityFormPage {
  private final Activities activities;
  private final Territory territory;
  private final Pages pages;

  ActivityFormPage(Activities activities, Territory territory, Pages pages) {
    this.activities = activities;
    this.territory = territory;
    this.pages = pages;
  }

  @Bean
  static Door activityDoor() {
    return new Door(
        "/staff/learning/activities",
        "learning.activity",
        12,
        Door.Audience.STAFF,
        Role.MEDIATOR,
        Role.ADMIN);
  }

  /// What the page shows.
  ///
  /// @param corrects the record that is corrected; nothing for a new one
  /// @param communes the city's own first
  record View(
      RecordForm form,
      Map<String, String> problems,
      @Nullable Activity corrects,
      Map<String, String> places,
      Map<String, String> communes,
      Map<String, String> areas) {
    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }

    /// The places to choose from; the one that a corrected record has, even if it is hidden now.
    Map<String, String> places(Page page) {
      var place = corrects == null ? Optional.<UUID>empty() : corrects.what().where().place();
      if (place.filter(id -> !places.containsKey(id.toString())).isEmpty()) {
        return places;
      }
      var all = new LinkedHashMap<>(places);
      all.put(place.get().toString(), page.say("learning.activity.place.hidden"));
      return all;
    }

    boolean individual() {
      return form.kind() == Kind.INDIVIDUEL;
    }

    /// What the next form is made from: after a refusal still what the refused one was.
    String version() {
      var typed = form.one("version");
      return !typed.isEmpty() ? typed : corrects == null ? "" : "" + corrects.version();
    }
  }

  @GetMapping("/new")
  ModelAndView ask(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String like,
      @RequestParam MultiValueMap<String, String> typed,
      SignedIn who) {
    var occasion = activities.occasion(new RecordForm(typed).of());
    if (occasion.isPresent()) {
      var form = RecordForm.from(occasion.get());
      return activities.isRecorded(form.of())
          ? page(form, Map.of("of", "learning.activity.problem.twice"), Optional.empty())
          : page(form, Map.of(), Optional.empty());
    }
    var model = mine(like, who);
    if (model.isPresent()) {
      return page(
          RecordForm.like(model.get().what(), activities.today()), Map.of(), Optional.empty());
    }
    return page(
        RecordForm.empty(
            Coop.find(Kind.class, kind).orElse(Kind.INDIVIDUEL),
            activities.today(),
            activities.latestOf(who.id()).map(last -> last.what().where()),
            territory.city().map(Area::code).orElse("")),
        Map.of(),
        Optional.empty());
  }

  @PostMapping("/new")
  ModelAndView record(
      @RequestParam MultiValueMap<String, String> typed, SignedIn who, HttpServletRequest request) {
    var form = new RecordForm(typed);
    var fields = new Fields();
    var draft = form.read(fields);
    if (!fields.good()) {
      return page(form, fields.problems(), Optional.empty());
    }
    var occasion = activities.occasion(form.of());
    if (form.of().some() && occasion.isEmpty()) {
      return page(form, Map.of("of", "learning.activity.problem.of"), Optional.empty());
    }
    var made = occasion.map(draft::of).orElse(draft);
    return after(activities.record(Actor.of(who), made), form, Optional.empty(), request);
  }

  @GetMapping("/{id:[0-9a-f-]{36}}/correct")
  ModelAndView askAgain(@PathVariable String id, SignedIn who) {
    var activity = getOpen(id, who);
    return page(RecordForm.of(activity.what(), UUID.randomUUID()), Map.of(), Optional.of(activity));
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/correct")
  ModelAndView correct(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> typed,
      SignedIn who,
      HttpServletRequest request) {
    var activity = getOpen(id, who);
    var form = new RecordForm(typed);
    form.typed().set("kind", activity.what().kind().code());
    var fields = new Fields();
    var draft = form.read(fields);
    if (!fields.good()) {
      return page(form, fields.problems(), Optional.of(activity));
    }
    int version =
        form.one("version").matches("\\d{1,6}") ? Integer.parseInt(form.one("version")) : 0;
    return after(
        activities.correct(Actor.of(who), activity.id(), version, draft),
        form,
        Optional.of(activity),
        request);
  }

  private ModelAndView after(
      Recording recording,
      RecordForm form,
      Optional<Activity> corrects,
      HttpServletRequest request) {
    var done = corrects.isPresent() ? "corrected" : "recorded";
    var back =
        activities.occasion(form.of()).map(one -> one.back()).orElse("/staff/learning/activities");
    return switch (recording) {
      case Recording.Recorded(Activity _), Recording.Known(Activity _) ->
          new ModelAndView("redirect:" + pages.of(request).href(back + "?done=" + done));
      case Recording.Refused(var problems) -> page(form, problems, corrects);
      case Recording.Overtaken(Activity now) ->
          page(
              form,
              new LinkedHashMap<>(Map.of("version", "learning.activity.problem.version")),
              Optional.of(now));
      case Recording.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private Optional<Activity> mine(String id, SignedIn who) {
    return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? activities.find(UUID.fromString(id)).filter(one -> one.author().equals(who.id()))
        : Optional.empty();
  }

  private Activity getOpen(String id, SignedIn who) {
    return mine(id, who)
        .filter(one -> !one.withdrawn())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      RecordForm form, Map<String, String> problems, Optional<Activity> corrects) {
    return new ModelAndView("learning/activity/form", Fields.status(problems))
        .addObject("view", view(form, problems, corrects));
  }

  private View view(RecordForm form, Map<String, String> problems, Optional<Activity> corrects) {
    return new View(
        form,
        problems,
        corrects.orElse(null),
        RecordForm.options(activities.places()),
        communes(),
        areas());
  }

  private Map<String, String> communes() {
    var names = new LinkedHashMap<String, String>();
    territory.city().ifPresent(city -> names.put(city.code(), city.name()));
    byName(territory.listAreas(Area.Kind.COMMUNE))
        .forEach(one -> names.put(one.code(), one.name()));
    return names;
  }

  private Map<String, String> areas() {
    var names = new LinkedHashMap<String, String>();
    byName(territory.listAreas(Area.Kind.IRIS)).forEach(one -> names.put(one.code(), one.name()));
    return names;
  }

  private static List<Area> byName(List<Area> areas) {
    return areas.stream().sorted(java.util.Comparator.comparing(Area::name)).toList();
  }
}
