package org.foyal.learning.courses.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning;
import org.foyal.learning.courses.Planning.Conflicting;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Planning.Overtaken;
import org.foyal.learning.courses.Planning.Refused;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Timetable;
import org.foyal.learning.courses.Timetable.Day;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
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

/// The staff's web door to one session: it is moved or changed, alone or with its series, after a
/// look at what that would do; or it is cancelled, with a reason.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping(
    "/staff/learning/sessions/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
class SessionPage {
  private static final List<String> DONE = List.of("planned", "changed", "cancelled");
  private static final int LONGEST = 300;

  private final Courses courses;
  private final Timetable timetable;
  private final Choices choices;
  private final Pages pages;
  private final ShellSettings shell;

  SessionPage(
      Courses courses, Timetable timetable, Choices choices, Pages pages, ShellSettings shell) {
    this.courses = courses;
    this.timetable = timetable;
    this.choices = choices;
    this.pages = pages;
    this.shell = shell;
  }

  /// Why a session is cancelled, as typed.
  record Cancelling(
      @Nullable String reason,
      @Nullable String words,
      @Nullable String scope,
      @Nullable String version) {}

  @GetMapping
  ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
    var session = find(id);
    var form = SessionForm.of(timetable.planOf(session), session.version());
    var said = DONE.contains(done) ? "learning.courses.done." + done : "";
    return page(session, form, Map.of(), List.of(), said);
  }

  @PostMapping
  ModelAndView change(
      @PathVariable String id, SessionForm form, SignedIn who, HttpServletRequest request) {
    var session = find(id);
    var fields = new Fields();
    var plan = form.plan(fields);
    if (fields.good()) {
      timetable
          .check(session, plan)
          .ifPresent(why -> fields.refuse(SessionForm.field(why), SessionForm.words(why)));
    }
    if (!fields.good()) {
      return page(session, form, fields.problems(), List.of(), "");
    }
    if (!form.saves()) {
      return page(session, form, Map.of(), timetable.preview(session, plan, form.scoped()), "");
    }
    var outcome =
        timetable.change(Actor.of(who), session.id(), form.versioned(), plan, form.scoped());
    if (outcome instanceof Conflicting) {
      fields.refuse("gone", "learning.courses.problem.conflict");
      var days = timetable.preview(session, plan, form.scoped());
      return page(session, form, fields.problems(), days, "");
    }
    return answer(outcome, form, request, "changed", id);
  }

  private ModelAndView answer(
      Planning outcome, SessionForm form, HttpServletRequest request, String done, String id) {
    var fields = new Fields();
    switch (outcome) {
      case Done _ -> {
        return new ModelAndView(
            "redirect:"
                + pages.of(request).href("/staff/learning/sessions/" + id + "?done=" + done));
      }
      case Overtaken _ -> fields.refuse("version", "learning.courses.problem.overtaken");
      case Refused(var why) -> fields.refuse(SessionForm.field(why), SessionForm.words(why));
      case Conflicting _ -> fields.refuse("gone", "learning.courses.problem.conflict");
    }
    var now = find(id);
    var shown = fields.problems().containsKey("version") ? form.over(now.version()) : form;
    return page(now, shown, fields.problems(), List.of(), "");
  }

  @PostMapping("/cancel")
  ModelAndView cancel(
      @PathVariable String id, Cancelling typed, SignedIn who, HttpServletRequest request) {
    var session = find(id);
    var fields = new Fields();
    var words = fields.line("words", typed.words(), LONGEST);
    var reason =
        Stream.of(Reason.values()).filter(one -> one.name().equals(typed.reason())).findFirst();
    if (reason.isEmpty()) {
      fields.refuse("reason", "learning.courses.problem.reason");
    } else if (reason.get() == Reason.OTHER && words.isEmpty()) {
      fields.refuse("words", "learning.courses.problem.words");
    }
    var form = SessionForm.of(timetable.planOf(session), session.version());
    if (!fields.good()) {
      return page(session, form, fields.problems(), List.of(), "");
    }
    var given = scoped(typed);
    var why =
        new Cancelled(reason.orElseThrow(), Optional.of(words).filter(text -> !text.isEmpty()));
    var outcome =
        timetable.cancel(Actor.of(who), session.id(), given.versioned(), given.scoped(), why);
    return answer(outcome, form, request, "cancelled", id);
  }

  private static SessionForm scoped(Cancelling typed) {
    var scope = Scope.THIS.name();
    return new SessionForm(
        "",
        "",
        "",
        "",
        "",
        "",
        List.of(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        List.of(),
        typed.scope() == null ? scope : typed.scope(),
        "",
        "",
        typed.version());
  }

  private Session find(String id) {
    return SessionForm.id(id)
        .flatMap(courses::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      Session session,
      SessionForm form,
      Map<String, String> problems,
      List<Day> days,
      String done) {
    return new ModelAndView("learning/courses/desk/plan", Fields.status(problems))
        .addObject(
            "view",
            new PlanView(
                Optional.of(session),
                form,
                choices.with(timetable.planOf(session)),
                problems,
                days,
                timetable.inScope(session, Scope.ALL).size(),
                done,
                shell.timeZone()));
  }
}
