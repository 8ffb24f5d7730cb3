package org.foyal.cases.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyal.cases.calendar.ClosedDays.Entering;
import org.foyal.cases.calendar.ClosedDays.Listed;
import org.foyal.cases.calendar.ClosedDays.Preview;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to the days on which the city is closed, with how the dates that
/// are promised today would move before a day is entered or taken out.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/closed-days")
class ClosedDaysPage {
  private static final int LONGEST = 100;

  private final ClosedDays closed;
  private final Pages pages;

  ClosedDaysPage(ClosedDays closed, Pages pages) {
    this.closed = closed;
    this.pages = pages;
  }

  @Bean
  static Door closedDaysDoor() {
    return new Door("/staff/closed-days", "cases.closed-days", 73, Door.Audience.ADMINISTRATOR);
  }

  /// A day as typed.
  ///
  /// @param act `preview`, or nothing to save it
  record Form(@Nullable String day, @Nullable String name, @Nullable String act) {
    static final Form EMPTY = new Form("", "", "");

    boolean preview() {
      return "preview".equals(act);
    }
  }

  /// What the page shows.
  ///
  /// @param tried the day that is shown before it is entered or taken out
  /// @param opens whether it would be taken out
  /// @param preview what would change, when it was asked for
  record View(
      List<Listed> all,
      Form form,
      @Nullable LocalDate tried,
      boolean opens,
      @Nullable Preview preview,
      Map<String, String> problems,
      String done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    boolean known = List.of("added", "removed").contains(done);
    return page(Form.EMPTY, null, false, Map.of(), known ? "cases.closed-days." + done : "");
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var day = Plain.day(form.day());
    var name = fields.line("name", form.name(), LONGEST);
    if (name.isEmpty()) {
      fields.refuse("name", "cases.problem.empty");
    }
    if (day.isEmpty()) {
      fields.refuse("day", "cases.problem.day");
    } else {
      refuse(closed.check(day.get()), fields);
    }
    if (!fields.good()) {
      return page(form, null, false, fields.problems(), "");
    }
    if (form.preview()) {
      return page(form, day.orElseThrow(), false, Map.of(), "");
    }
    refuse(closed.add(Actor.of(who), new ClosedDay(day.orElseThrow(), name)), fields);
    return fields.good() ? there("added", request) : page(form, null, false, fields.problems(), "");
  }

  /// Takes a day out again.
  @PostMapping("/open")
  ModelAndView open(Form form, SignedIn who, HttpServletRequest request) {
    var day = Plain.day(form.day());
    if (day.isPresent() && form.preview()) {
      return page(Form.EMPTY, day.get(), true, Map.of(), "");
    }
    if (day.isEmpty() || !closed.remove(Actor.of(who), day.get())) {
      return page(Form.EMPTY, null, false, Map.of("gone", "cases.problem.day.gone"), "");
    }
    return there("removed", request);
  }

  private static void refuse(Entering entering, Fields fields) {
    switch (entering) {
      case DONE -> {}
      case PAST -> fields.refuse("day", "cases.problem.day.past");
      case FAR -> fields.refuse("day", "cases.problem.day.far");
      case CLOSED_ALREADY -> fields.refuse("day", "cases.problem.day.closed");
    }
  }

  private ModelAndView there(String done, HttpServletRequest request) {
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/closed-days?done=" + done));
  }

  private ModelAndView page(
      Form form,
      @Nullable LocalDate tried,
      boolean opens,
      Map<String, String> problems,
      String done) {
    var preview = tried == null ? null : closed.preview(tried, !opens);
    return new ModelAndView("cases/calendar/closed-days", Fields.status(problems))
        .addObject("view", new View(closed.list(), form, tried, opens, preview, problems, done));
  }
}
