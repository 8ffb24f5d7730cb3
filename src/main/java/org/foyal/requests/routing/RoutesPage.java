package org.foyal.requests.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.routing.Routing.Change;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
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

/// The administrators' web door to who answers a category in which neighbourhood, with what would
/// have gone elsewhere before it is saved.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/categories/{category:[a-z0-9-]{1,60}}/routes")
class RoutesPage {
  private final Routing routing;
  private final Categories categories;
  private final Departments departments;
  private final Territory territory;
  private final Pages pages;

  RoutesPage(
      Routing routing,
      Categories categories,
      Departments departments,
      Territory territory,
      Pages pages) {
    this.routing = routing;
    this.categories = categories;
    this.departments = departments;
    this.territory = territory;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param areas the neighbourhoods of the city, by name
  /// @param wanted the departments as chosen, by the code of the neighbourhood
  /// @param open the departments that take new cases, by code
  /// @param changes what would change, when it was asked for
  record View(
      Category category,
      List<Area> areas,
      Map<String, String> wanted,
      Map<String, String> open,
      String own,
      @Nullable List<Change> changes,
      Map<String, String> problems,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// The name of a neighbourhood.
    String name(String code) {
      return areas.stream()
          .filter(area -> area.code().equals(code))
          .map(Area::name)
          .findFirst()
          .orElse(code);
    }

    int lastYear() {
      return changes == null ? 0 : changes.stream().mapToInt(Change::lastYear).sum();
    }

    int stay() {
      return changes == null ? 0 : changes.stream().mapToInt(Change::open).sum();
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String category,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request) {
    var one = find(category);
    return page(one, routing.list(one), null, Map.of(), "yes".equals(done), request);
  }

  /// @param act `preview`, or nothing to save it
  @PostMapping
  ModelAndView save(
      @PathVariable String category,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable Integer version,
      SignedIn who,
      HttpServletRequest request) {
    var one = find(category);
    var fields = new Fields();
    var areas = areas().stream().map(Area::code).toList();
    var wanted = read(request, one, areas, fields);
    if (!fields.good()) {
      return page(one, wanted, null, fields.problems(), false, request);
    }
    int decidedOn = version == null ? -1 : version;
    if ("preview".equals(act) && decidedOn == one.version()) {
      var changes = routing.preview(one, areas, wanted);
      return page(one, wanted, changes, Map.of(), false, request);
    }
    if (!routing.save(Actor.of(who), one, decidedOn, areas, wanted)) {
      fields.refuse("version", "requests.routes.overtaken");
      var now = find(category);
      return page(now, routing.list(now), null, fields.problems(), false, request);
    }
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/categories/" + category + "/routes?done=yes"));
  }

  private Map<String, String> read(
      HttpServletRequest request, Category category, List<String> areas, Fields fields) {
    var open = options(category, pages.of(request));
    var wanted = new TreeMap<String, String>();
    for (var area : areas) {
      var named = Plain.line(request.getParameter("route[" + area + "]"));
      if (open.containsKey(named)) {
        wanted.put(area, named);
      } else if (!named.isEmpty()) {
        fields.refuse(area, "cases.problem.department");
      }
    }
    return wanted;
  }

  /// Those that take cases, and those that a neighbourhood goes to though they take none now: where
  /// nobody says otherwise, it goes there again when they do.
  private Map<String, String> options(Category category, Page page) {
    var named = routing.list(category).values();
    var options = new LinkedHashMap<String, String>();
    for (var one : departments.list()) {
      if (one.active()) {
        options.put(one.code(), one.name());
      } else if (named.contains(one.code())) {
        options.put(one.code(), page.say("requests.routes.closed", one.name()));
      }
    }
    return options;
  }

  private List<Area> areas() {
    var city = territory.city().map(Area::code);
    return territory.listAreas(Area.Kind.IRIS).stream()
        .filter(area -> city.isEmpty() || city.get().equals(area.parentCode()))
        .sorted(java.util.Comparator.comparing(Area::name))
        .collect(Collectors.toUnmodifiableList());
  }

  private Category find(String category) {
    return categories
        .find(category)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      Category category,
      Map<String, String> wanted,
      @Nullable List<Change> changes,
      Map<String, String> problems,
      boolean done,
      HttpServletRequest request) {
    var own =
        category
            .department()
            .flatMap(departments::find)
            .filter(Department::active)
            .map(Department::name)
            .orElseGet(() -> pages.of(request).city());
    return new ModelAndView("requests/routing/routes", Fields.status(problems))
        .addObject(
            "view",
            new View(
                category,
                areas(),
                wanted,
                options(category, pages.of(request)),
                own,
                changes,
                Map.copyOf(problems),
                done));
  }
}
