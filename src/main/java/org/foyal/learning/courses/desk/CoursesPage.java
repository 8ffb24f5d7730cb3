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

/// The staff's web door to the courses: their words in three languages, whom they are for, what
/// they answer.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/courses")
class CoursesPage {
  private final Courses courses;
  private final Pages pages;

  CoursesPage(Courses courses, Pages pages) {
    this.courses = courses;
    this.pages = pages;
  }

  /// What the list shows.
  record Listed(List<Course> all, boolean done) {}

  /// What the form shows.
  ///
  /// @param edited the one that it is about; nothing when it is new
  /// @param shown what people would read, when it was asked for
  record View(
      Optional<Course> edited,
      CourseForm form,
      List<Need> needs,
      Map<String, String> problems,
      Optional<Course> shown) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView list(@RequestParam(defaultValue = "") String done) {
    return new ModelAndView("learning/courses/desk/courses")
        .addObject("view", new Listed(courses.listCourses(), "yes".equals(done)));
  }

  @GetMapping("/add")
  ModelAndView fresh() {
    return page(Optional.empty(), CourseForm.EMPTY, Map.of(), Optional.empty());
  }

  @PostMapping("/add")
  ModelAndView add(CourseForm form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var code = fields.code(form.code(), 60);
    var made = form.read(code, known(), fields);
    if ("add".equals(code)) {
      fields.refuse("code", "cases.problem.code-taken"); // the address of this page
    }
    if (fields.good() && form.preview()) {
      return page(Optional.empty(), form, Map.of(), Optional.of(made));
    }
    if (fields.good() && !courses.add(Actor.of(who), made)) {
      fields.refuse("code", "cases.problem.code-taken");
    }
    return fields.good()
        ? there(request)
        : page(Optional.empty(), form, fields.problems(), Optional.empty());
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code) {
    var one = find(code);
    return page(Optional.of(one), CourseForm.of(one), Map.of(), Optional.empty());
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView update(
      @PathVariable String code, CourseForm form, SignedIn who, HttpServletRequest request) {
    var one = find(code);
    var fields = new Fields();
    var made = form.read(code, known(), fields);
    if (fields.good() && form.preview()) {
      return page(Optional.of(one), form, Map.of(), Optional.of(made));
    }
    if (fields.good() && !courses.update(Actor.of(who), made)) {
      fields.refuse("version", "learning.courses.problem.overtaken");
    }
    return fields.good()
        ? there(request)
        : page(Optional.of(find(code)), form, fields.problems(), Optional.empty());
  }

  private List<String> known() {
    return courses.listNeeds().stream().map(Need::code).toList();
  }

  private Course find(String code) {
    return courses
        .findCourse(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/learning/courses?done=yes"));
  }

  private ModelAndView page(
      Optional<Course> edited,
      CourseForm form,
      Map<String, String> problems,
      Optional<Course> shown) {
    return new ModelAndView("learning/courses/desk/course", Fields.status(problems))
        .addObject("view", new View(edited, form, courses.listNeeds(), problems, shown));
  }
}
