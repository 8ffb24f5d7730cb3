package org.foyal.fablab.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.machines.Written;
import org.foyal.learning.courses.Courses;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the kinds of machine: their words, dangers, rules, how one learns them.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/types")
class MachineTypesPage {
  private final Machines machines;
  private final Courses courses;
  private final Pages pages;

  MachineTypesPage(Machines machines, Courses courses, Pages pages) {
    this.machines = machines;
    this.courses = courses;
    this.pages = pages;
  }

  /// What the list shows.
  record Listed(List<MachineType> all, boolean done) {}

  /// What the form shows.
  ///
  /// @param edited nothing: it is new
  /// @param others the other kinds, which it may ask for
  record View(
      Optional<MachineType> edited,
      MachineTypeForm form,
      List<MachineType> others,
      Map<String, String> courses,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// Levels in words, by their numbers.
    Map<String, String> levels(Page page, int least) {
      var all = new LinkedHashMap<String, String>();
      IntStream.rangeClosed(least, 4)
          .forEach(one -> all.put(Integer.toString(one), page.say(Level.of(one).words())));
      return all;
    }
  }

  @GetMapping
  ModelAndView list(@RequestParam(defaultValue = "") String done) {
    return new ModelAndView("fablab/desk/types")
        .addObject("view", new Listed(machines.listTypes(), "yes".equals(done)));
  }

  @GetMapping("/add")
  ModelAndView fresh(HttpServletRequest request) {
    return page(request, Optional.empty(), MachineTypeForm.fresh(), Map.of());
  }

  @PostMapping("/add")
  ModelAndView add(MachineTypeForm form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var code = fields.code(form.code(), 60);
    var made = form.read(code, false, fields);
    if ("add".equals(code)) {
      fields.refuse("code", "fablab.desk.problem.taken"); // the address of this page
    }
    return fields.good()
        ? answer(request, Optional.empty(), form, machines.add(Actor.of(who), made))
        : page(request, Optional.empty(), form, fields.problems());
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code, HttpServletRequest request) {
    var one = machines.findType(code).orElseThrow(Typed::nowhere);
    return page(request, Optional.of(one), MachineTypeForm.of(one), Map.of());
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView update(
      @PathVariable String code, MachineTypeForm form, SignedIn who, HttpServletRequest request) {
    var one = machines.findType(code).orElseThrow(Typed::nowhere);
    var fields = new Fields();
    var made = form.read(code, one.example(), fields);
    return fields.good()
        ? answer(request, Optional.of(one), form, machines.update(Actor.of(who), made))
        : page(request, Optional.of(one), form, fields.problems());
  }

  private ModelAndView answer(
      HttpServletRequest request,
      Optional<MachineType> edited,
      MachineTypeForm form,
      Written written) {
    var problem =
        switch (written) {
          case DONE -> Map.<String, String>of();
          case TAKEN -> Map.of("code", "fablab.desk.problem.taken");
          case OVERTAKEN -> Map.of("version", "fablab.desk.problem.overtaken");
          case CIRCLE -> Map.of("needs", "fablab.desk.problem.circle-of-needs");
          case UNKNOWN -> Map.of("needs", "fablab.desk.problem.unknown");
        };
    return problem.isEmpty()
        ? new ModelAndView("redirect:" + pages.of(request).href("/staff/fablab/types?done=yes"))
        : page(request, edited.flatMap(one -> machines.findType(one.code())), form, problem);
  }

  private ModelAndView page(
      HttpServletRequest request,
      Optional<MachineType> edited,
      MachineTypeForm form,
      Map<String, String> problems) {
    var reader = pages.of(request).language();
    var taught = new LinkedHashMap<String, String>();
    courses.listCourses().forEach(one -> taught.put(one.code(), one.title().in(reader)));
    var others =
        machines.listTypes().stream()
            .filter(one -> edited.filter(it -> it.code().equals(one.code())).isEmpty())
            .toList();
    return new ModelAndView("fablab/desk/type", Fields.status(problems))
        .addObject("view", new View(edited, form, others, taught, problems));
  }
}
