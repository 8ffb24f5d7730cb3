package org.foyal.learning.courses.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.learning.courses.Planning.Conflicting;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Planning.Overtaken;
import org.foyal.learning.courses.Planning.Refused;
import org.foyal.learning.courses.Timetable;
import org.foyal.learning.courses.Timetable.Day;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to a new session or series: first what it would be, day by day, then saved.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/sessions/new")
class SessionFormPage {
  private final Timetable timetable;
  private final Choices choices;
  private final Pages pages;
  private final ShellSettings shell;

  SessionFormPage(Timetable timetable, Choices choices, Pages pages, ShellSettings shell) {
    this.timetable = timetable;
    this.choices = choices;
    this.pages = pages;
    this.shell = shell;
  }

  @GetMapping
  ModelAndView fresh(
      @RequestParam(defaultValue = "") String course,
      @RequestParam(defaultValue = "") String place) {
    return page(SessionForm.fresh(Plain.line(course), Plain.line(place)), Map.of(), List.of());
  }

  @PostMapping
  ModelAndView plan(SessionForm form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var plan = form.plan(fields);
    var repetition = form.repetition(fields);
    if (fields.good()) {
      timetable
          .check(plan, repetition)
          .ifPresent(why -> fields.refuse(SessionForm.field(why), SessionForm.words(why)));
    }
    if (!fields.good()) {
      return page(form, fields.problems(), List.of());
    }
    if (!form.saves()) {
      return page(form, Map.of(), timetable.preview(plan, repetition));
    }
    var outcome =
        timetable.plan(Actor.of(who), Plain.formName(form.form()), plan, repetition, false);
    return switch (outcome) {
      case Done(var made) ->
          new ModelAndView(
              "redirect:"
                  + pages
                      .of(request)
                      .href("/staff/learning/sessions/" + made.getFirst().id() + "?done=planned"));
      case Conflicting _, Overtaken _ -> {
        fields.refuse("gone", "learning.courses.problem.conflict");
        yield page(form, fields.problems(), timetable.preview(plan, repetition));
      }
      case Refused(var why) -> {
        fields.refuse(SessionForm.field(why), SessionForm.words(why));
        yield page(form, fields.problems(), List.of());
      }
    };
  }

  private ModelAndView page(SessionForm form, Map<String, String> problems, List<Day> days) {
    return new ModelAndView("learning/courses/desk/plan", Fields.status(problems))
        .addObject(
            "view",
            new PlanView(
                Optional.empty(), form, choices.now(), problems, days, 0, "", shell.timeZone()));
  }
}
