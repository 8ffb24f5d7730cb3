package org.foyal.learning.calendars;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resource.Kind;
import org.foyal.learning.courses.Resources;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the secret addresses of calendars: a mediator makes and shuts those of
/// their own calendar, an administrator everybody's.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/calendars")
class CalendarKeysPage {
  private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private final CalendarKeys keys;
  private final Resources resources;
  private final SiteAddress site;
  private final Pages pages;

  CalendarKeysPage(CalendarKeys keys, Resources resources, SiteAddress site, Pages pages) {
    this.keys = keys;
    this.resources = resources;
    this.site = site;
    this.pages = pages;
  }

  /// A trainer with the keys of the calendar.
  record Shelf(Resource trainer, List<CalendarKey> keys) {}

  /// What the page shows.
  ///
  /// @param address a new secret address, shown this once
  /// @param all the address of the calendar that everybody may follow
  record View(
      List<Shelf> shelves,
      String address,
      String all,
      Map<String, String> problems,
      boolean revoked) {}

  @GetMapping
  ModelAndView list(SignedIn who, @RequestParam(defaultValue = "") String done) {
    return page(who, "", Map.of(), "revoked".equals(done));
  }

  @GetMapping("/{id:" + ID + "}")
  ModelAndView noPage(@PathVariable String id, HttpServletRequest request) {
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/learning/calendars"));
  }

  @PostMapping("/{id:" + ID + "}")
  ModelAndView add(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String label,
      SignedIn who,
      HttpServletRequest request) {
    var trainer = mine(who, UUID.fromString(id));
    var fields = new Fields();
    var name = fields.line("label", label, 100);
    if (name.isEmpty()) {
      fields.refuse("label", "learning.calendars.problem.label");
    }
    if (!fields.good()) {
      return page(who, "", fields.problems(), false);
    }
    var secret = keys.add(Actor.of(who), trainer.id(), name);
    if (secret.isEmpty()) {
      return page(who, "", Map.of("label", "learning.calendars.problem.many"), false);
    }
    var spoken = "?language=" + pages.of(request).language().code();
    var address = site.get() + "/calendars/trainers/" + secret.get() + ".ics" + spoken;
    return page(who, address, Map.of(), false);
  }

  @PostMapping("/{id:" + ID + "}/revoke")
  ModelAndView revoke(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String key,
      SignedIn who,
      HttpServletRequest request) {
    var trainer = mine(who, UUID.fromString(id));
    id(key)
        .flatMap(keys::find)
        .filter(one -> one.trainer().equals(trainer.id()))
        .ifPresent(one -> keys.revoke(Actor.of(who), one));
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/learning/calendars?done=revoked"));
  }

  private static Optional<UUID> id(@Nullable String typed) {
    var text = Plain.line(typed);
    return text.matches(ID) ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  /// A trainer whose calendar somebody may open.
  private Resource mine(SignedIn who, UUID id) {
    var trainer =
        resources
            .find(id)
            .filter(one -> one.kind() == Kind.TRAINER)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!may(who, trainer)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return trainer;
  }

  private static boolean may(SignedIn who, Resource trainer) {
    return who.administrator() || trainer.account().filter(who.id()::equals).isPresent();
  }

  private ModelAndView page(
      SignedIn who, String address, Map<String, String> problems, boolean revoked) {
    var shelves =
        resources.list().stream()
            .filter(one -> one.kind() == Kind.TRAINER && may(who, one))
            .map(one -> new Shelf(one, keys.list(one.id())))
            .toList();
    var all = site.get() + "/calendars/workshops.ics";
    return new ModelAndView("learning/calendars/keys", Fields.status(problems))
        .addObject("view", new View(shelves, address, all, problems, revoked));
  }
}
