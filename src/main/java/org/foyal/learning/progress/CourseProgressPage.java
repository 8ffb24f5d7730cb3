package org.foyal.learning.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.kernel.Period;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.progress.Progress.Choice;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
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

/// The staff's web door to what a course asks people about, in its words, and to what they said, by
/// quarters that are over. What speaks of fewer than eleven people is not shown.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/courses/{code:[a-z0-9-]{1,60}}/progress")
class CourseProgressPage {
  private static final int LONGEST = 200;

  private final Progress progress;
  private final Courses courses;
  private final Pages pages;

  CourseProgressPage(Progress progress, Courses courses, Pages pages) {
    this.progress = progress;
    this.courses = courses;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param typed the fields as they were sent; nothing before
  /// @param quarter the code of the one that is shown
  record View(
      Course course,
      Choice choice,
      Map<String, String> typed,
      Map<String, String> problems,
      Map<String, Period> quarters,
      String quarter,
      ProgressFigures figures,
      boolean done) {
    boolean asks(Competence one) {
      return typed.isEmpty()
          ? choice.asked().contains(one)
          : typed.containsKey("ask-" + one.code());
    }

    /// What stands in the field of a sentence.
    String words(Competence one, Language language) {
      var field = field(one, language);
      return typed.containsKey(field)
          ? typed.getOrDefault(field, "")
          : Objects.requireNonNull(choice.words().get(one), "each has words")
              .sentence()
              .only(language);
    }

    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> options(Page page) {
      var options = new LinkedHashMap<String, String>();
      quarters.forEach((code, period) ->
          options.put(code, page.month(period.from()) + " – " + page.month(period.to())));
      return options;
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String quarter,
      @RequestParam(defaultValue = "") String done) {
    return page(find(code), Map.of(), Map.of(), quarter, "yes".equals(done));
  }

  @PostMapping
  ModelAndView keep(
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      SignedIn who,
      HttpServletRequest request) {
    var course = find(code);
    var fields = new Fields();
    var asked = new LinkedHashMap<Competence, Optional<Told>>();
    for (var one : Competence.values()) {
      if (typed.containsKey("ask-" + one.code())) {
        asked.put(one, sentence(one, typed, fields));
      }
    }
    if (asked.size() > CanDo.MOST) {
      fields.refuse("ask", "learning.progress.problem.many");
    }
    if (fields.good() && !progress.keep(Actor.of(who), course, version(typed), asked)) {
      fields.refuse("version", "learning.courses.problem.overtaken");
    }
    return fields.good()
        ? new ModelAndView("redirect:" + pages.of(request).href(address(code) + "?done=yes"))
        : page(course, typed, fields.problems(), "", false);
  }

  static String address(String course) {
    return "/staff/learning/courses/" + course + "/progress";
  }

  private static int version(Map<String, String> typed) {
    return Math.max(0, MyProgressPage.revision(typed.get("version")));
  }

  /// A sentence as typed; nothing where all its fields are empty: then the program's own is asked.
  private static Optional<Told> sentence(Competence one, Map<String, String> typed, Fields fields) {
    var field = "can-" + one.code();
    var texts =
        Stream.of(Language.values()).map(language -> typed.get(field(one, language))).toList();
    boolean empty = texts.stream().allMatch(text -> fields.line(field, text, LONGEST).isEmpty());
    return empty
        ? Optional.empty()
        : Optional.of(fields.told(field, LONGEST, texts.get(0), texts.get(1), texts.get(2)));
  }

  /// The names of the fields as `shell/told.jte` makes them.
  private static String field(Competence one, Language language) {
    return "can-"
        + one.code()
        + switch (language) {
          case FR -> "Fr";
          case EN -> "En";
          case GCF -> "Gcf";
        };
  }

  private Course find(String code) {
    return courses
        .findCourse(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      Course course,
      Map<String, String> typed,
      Map<String, String> problems,
      String quarter,
      boolean done) {
    var quarters = progress.quarters();
    var latest = List.copyOf(quarters.keySet()).getFirst();
    var shown = quarters.containsKey(quarter) ? quarter : latest;
    var period = Objects.requireNonNull(quarters.get(shown), "a quarter that is offered");
    return new ModelAndView("learning/progress/course", Fields.status(problems))
        .addObject(
            "view",
            new View(
                course,
                progress.choice(course),
                typed,
                problems,
                quarters,
                shown,
                progress.figures(course.code(), period),
                done));
  }
}
