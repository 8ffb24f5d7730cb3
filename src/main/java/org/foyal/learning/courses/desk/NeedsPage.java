package org.foyal.learning.courses.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Need;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
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

/// The staff's web door to the needs: what people want to be able to do, in plain words.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/needs")
class NeedsPage {
  private final Courses courses;
  private final Pages pages;

  NeedsPage(Courses courses, Pages pages) {
    this.courses = courses;
    this.pages = pages;
  }

  /// A need as typed.
  ///
  /// @param act `preview`, or nothing to save it
  record Form(
      @Nullable String code,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String place,
      @Nullable String active,
      @Nullable String act,
      @Nullable String version) {
    static final Form EMPTY = new Form("", "", "", "", "0", "yes", "", "");

    static Form of(Need one) {
      return new Form(
          one.code(),
          one.title().french(),
          one.title().only(Language.EN),
          one.title().only(Language.GCF),
          Integer.toString(one.place()),
          one.active() ? "yes" : "",
          "",
          Integer.toString(one.version()));
    }

    boolean preview() {
      return "preview".equals(act);
    }
  }

  /// What the page shows.
  ///
  /// @param edited the one that the form is about; nothing when it is new
  /// @param shown what people would read, when it was asked for
  /// @param answering the courses that answer it
  record View(
      List<Need> all,
      Optional<Need> edited,
      Form form,
      Map<String, String> problems,
      Optional<Need> shown,
      List<Course> answering,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView list(@RequestParam(defaultValue = "") String done) {
    return page(Optional.empty(), Form.EMPTY, Map.of(), Optional.empty(), "yes".equals(done));
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code) {
    var one = find(code);
    return page(Optional.of(one), Form.of(one), Map.of(), Optional.empty(), false);
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var made = read(fields.code(form.code(), 60), form, true, fields);
    if (fields.good() && form.preview()) {
      return page(Optional.empty(), form, Map.of(), Optional.of(made), false);
    }
    if (fields.good() && !courses.add(Actor.of(who), made)) {
      fields.refuse("code", "cases.problem.code-taken");
    }
    return fields.good()
        ? there(request)
        : page(Optional.empty(), form, fields.problems(), Optional.empty(), false);
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView update(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var one = find(code);
    var fields = new Fields();
    var made = read(code, form, "yes".equals(form.active()), fields);
    if (fields.good() && form.preview()) {
      return page(Optional.of(one), form, Map.of(), Optional.of(made), false);
    }
    if (fields.good() && !courses.update(Actor.of(who), made)) {
      fields.refuse("version", "learning.courses.problem.overtaken");
    }
    return fields.good()
        ? there(request)
        : page(Optional.of(find(code)), form, fields.problems(), Optional.empty(), false);
  }

  private static Need read(String code, Form form, boolean active, Fields fields) {
    return new Need(
        code,
        fields.told("title", 100, form.titleFr(), form.titleEn(), form.titleGcf()),
        fields.number("place", form.place(), 0, 9999, "learning.courses.problem.place"),
        active,
        false,
        Versions.read(form.version()));
  }

  private Need find(String code) {
    return courses
        .findNeed(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/learning/needs?done=yes"));
  }

  private ModelAndView page(
      Optional<Need> edited,
      Form form,
      Map<String, String> problems,
      Optional<Need> shown,
      boolean done) {
    var answering =
        courses.listCourses().stream()
            .filter(one -> edited.filter(need -> one.needs().contains(need.code())).isPresent())
            .toList();
    return new ModelAndView("learning/courses/desk/needs", Fields.status(problems))
        .addObject(
            "view", new View(courses.listNeeds(), edited, form, problems, shown, answering, done));
  }
}
