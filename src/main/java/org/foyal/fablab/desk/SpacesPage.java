package org.foyal.fablab.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.machines.Space;
import org.foyal.fablab.machines.Written;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the rooms of the lab and their parts.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/spaces")
class SpacesPage {
  private final Machines machines;
  private final Places places;
  private final Pages pages;

  SpacesPage(Machines machines, Places places, Pages pages) {
    this.machines = machines;
    this.places = places;
    this.pages = pages;
  }

  /// A space as typed.
  record Form(
      @Nullable String id,
      @Nullable String name,
      @Nullable String place,
      @Nullable String seats,
      @Nullable String partOf,
      @Nullable String active,
      @Nullable String version) {
    static Form fresh() {
      return new Form(UUID.randomUUID().toString(), "", "", "12", "", "yes", "0");
    }

    static Form of(Space one) {
      return new Form(
          one.id().toString(),
          one.name(),
          one.place().map(UUID::toString).orElse(""),
          Integer.toString(one.seats()),
          one.partOf().map(UUID::toString).orElse(""),
          one.active() ? "yes" : "",
          Integer.toString(one.version()));
    }
  }

  /// What the page shows.
  ///
  /// @param edited nothing: the form is for a new one
  record View(
      List<Space> spaces,
      Optional<Space> edited,
      Form form,
      Map<String, String> places,
      Map<String, String> problems,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// The name of the room that a space is a part of.
    Optional<String> whole(Space part) {
      return part.partOf()
          .flatMap(id -> spaces.stream().filter(one -> one.id().equals(id)).findFirst())
          .map(Space::name);
    }

    /// What it can be a part of.
    Map<String, String> wholes() {
      var all = new LinkedHashMap<String, String>();
      spaces.stream()
          .filter(one -> !one.id().toString().equals(form.id()))
          .forEach(one -> all.put(one.id().toString(), one.name()));
      return all;
    }
  }

  @GetMapping
  ModelAndView list(@RequestParam(defaultValue = "") String done) {
    return page(Optional.empty(), Form.fresh(), Map.of(), "yes".equals(done));
  }

  @GetMapping("/{id}")
  ModelAndView edit(@PathVariable String id) {
    var one = known(id);
    return page(Optional.of(one), Form.of(one), Map.of(), false);
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var made = read(form, fields, Plain.formName(form.id()), false);
    return fields.good()
        ? answer(request, Optional.empty(), form, machines.add(Actor.of(who), made))
        : page(Optional.empty(), form, fields.problems(), false);
  }

  @PostMapping("/{id}")
  ModelAndView update(
      @PathVariable String id, Form form, SignedIn who, HttpServletRequest request) {
    var one = known(id);
    var fields = new Fields();
    var made = read(form, fields, one.id(), one.example());
    return fields.good()
        ? answer(request, Optional.of(one), form, machines.update(Actor.of(who), made))
        : page(Optional.of(one), form, fields.problems(), false);
  }

  private ModelAndView answer(
      HttpServletRequest request, Optional<Space> edited, Form form, Written written) {
    return switch (written) {
      case DONE ->
          new ModelAndView("redirect:" + pages.of(request).href("/staff/fablab/spaces?done=yes"));
      case OVERTAKEN ->
          page(edited, form, Map.of("version", "fablab.desk.problem.overtaken"), false);
      case CIRCLE -> page(edited, form, Map.of("partOf", "fablab.desk.problem.circle"), false);
      case TAKEN, UNKNOWN ->
          page(edited, form, Map.of("partOf", "fablab.desk.problem.unknown"), false);
    };
  }

  private Space read(Form form, Fields fields, UUID id, boolean example) {
    var name = fields.line("name", form.name(), 100);
    if (name.isEmpty()) {
      fields.refuse("name", "fablab.desk.problem.name");
    }
    var place = Typed.id(form.place()).flatMap(places::find).map(Place::id);
    var partOf = Typed.id(form.partOf());
    if (partOf.filter(id::equals).isPresent()) {
      fields.refuse("partOf", "fablab.desk.problem.circle");
    }
    return new Space(
        id,
        name,
        place,
        fields.number("seats", form.seats(), 1, 500, "fablab.desk.problem.number"),
        partOf,
        "yes".equals(form.active()),
        example,
        Typed.version(form.version()));
  }

  private Space known(String id) {
    return Typed.id(id).flatMap(machines::findSpace).orElseThrow(Typed::nowhere);
  }

  private ModelAndView page(
      Optional<Space> edited, Form form, Map<String, String> problems, boolean done) {
    var names = new LinkedHashMap<String, String>();
    places.listAll().forEach(one -> names.put(one.id().toString(), one.name()));
    return new ModelAndView("fablab/desk/spaces", Fields.status(problems))
        .addObject("view", new View(machines.listSpaces(), edited, form, names, problems, done));
  }
}
