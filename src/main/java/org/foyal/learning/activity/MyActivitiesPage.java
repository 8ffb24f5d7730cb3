package org.foyal.learning.activity;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.people.mandates.ActKind;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.territory.Territory;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to a mediator's own records: the list, one with its history, taking it back, and
/// all of them as a file in the Coop's words.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/activities")
class MyActivitiesPage {
  private static final int ON_A_PAGE = 20;
  private static final List<String> DONE = List.of("recorded", "corrected", "withdrawn");

  private final Activities activities;
  private final Territory territory;
  private final Pages pages;

  MyActivitiesPage(Activities activities, Territory territory, Pages pages) {
    this.activities = activities;
    this.territory = territory;
    this.pages = pages;
  }

  /// What a helper may do for somebody under a mandate.
  @Bean
  static ActKind enrolSomebody() {
    return new ActKind("learning.enrol", "learning.activity.helped.enrol", 40);
  }

  /// What a helper may do for somebody under a mandate.
  @Bean
  static ActKind bookForSomebody() {
    return new ActKind("learning.appointment", "learning.activity.helped.appointment", 50);
  }

  /// What the list shows.
  ///
  /// @param number which page of the list, from 1
  /// @param more whether there is another page
  record ListView(List<Activity> lines, int number, boolean more, String done, Names names) {}

  /// What the page of one record shows.
  ///
  /// @param versions the newest first
  record OneView(Activity now, List<Activity> versions, String problem, Names names) {}

  /// The names of places, communes and neighbourhoods.
  record Names(Activities activities, Territory territory) {
    String where(Draft what) {
      var where = what.where();
      return where
          .place()
          .map(id -> activities.places().getOrDefault(id, ""))
          .or(() -> where.commune().map(this::area))
          .orElse("");
    }

    String area(String code) {
      return territory.findArea(code).map(area -> area.name()).orElse(code);
    }
  }

  private Names names() {
    return new Names(activities, territory);
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "1") String page,
      @RequestParam(defaultValue = "") String done,
      SignedIn who) {
    int number = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
    var found = activities.listOf(who.id(), (number - 1) * ON_A_PAGE, ON_A_PAGE + 1);
    var lines = found.subList(0, Math.min(ON_A_PAGE, found.size()));
    return new ModelAndView("learning/activity/list")
        .addObject(
            "view",
            new ListView(
                lines,
                number,
                found.size() > lines.size(),
                DONE.contains(done) ? done : "",
                names()));
  }

  @GetMapping("/{id:[0-9a-f-]{36}}")
  ModelAndView one(@PathVariable String id, SignedIn who) {
    return one(get(id, who), "");
  }

  private ModelAndView one(Activity activity, String problem) {
    return new ModelAndView(
            "learning/activity/one", problem.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
        .addObject(
            "view", new OneView(activity, activities.history(activity.id()), problem, names()));
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/withdraw")
  ModelAndView withdraw(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") String version,
      SignedIn who,
      HttpServletRequest request) {
    int from = version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0;
    return switch (activities.withdraw(Actor.of(who), get(id, who).id(), from)) {
      case Recording.Recorded(Activity _), Recording.Known(Activity _) ->
          new ModelAndView(
              "redirect:" + pages.of(request).href("/staff/learning/activities?done=withdrawn"));
      case Recording.Overtaken(Activity now) -> one(now, "learning.activity.problem.version");
      case Recording.Refused(var _), Recording.NotThere() ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private Activity get(String id, SignedIn who) {
    return java.util.Optional.of(id)
        .filter(typed -> typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .flatMap(typed -> activities.find(UUID.fromString(typed)))
        .filter(one -> one.author().equals(who.id()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/mine.csv")
  void csv(SignedIn who, HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"cras.csv\"");
    response.setHeader("Cache-Control", "no-store");
    var csv = CsvWriter.builder().build(response.getWriter());
    csv.writeRecord(CoopFile.HEADER);
    activities.eachOf(who.id(), activity -> csv.writeRecord(CoopFile.line(activity)));
    csv.flush();
  }
}
