package org.foyal.learning.activity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Period;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to the figures of activities, by whole months: hours, people by one trait at a
/// time, themes. What speaks of fewer than eleven people is not shown.
@Controller
@For({Role.MEDIATOR, Role.ADMIN, Role.AGENT, Role.ANALYST})
@RequestMapping("/staff/learning/activities/figures")
class ActivityFiguresPage {
  private final Activities activities;

  ActivityFiguresPage(Activities activities) {
    this.activities = activities;
  }

  @Bean
  static Door activityFiguresDoor() {
    return new Door(
        "/staff/learning/activities/figures",
        "learning.activity.figures",
        13,
        Door.Audience.STAFF,
        Role.MEDIATOR,
        Role.ADMIN,
        Role.AGENT,
        Role.ANALYST);
  }

  /// What the page shows.
  ///
  /// @param from the first month as typed
  /// @param to the last month as typed
  /// @param problem whether the months were none
  record View(Period period, String from, String to, boolean problem, ActivityFigures figures) {
    List<ActivityFigures.Table> tables() {
      return List.of(
          figures.kinds(),
          figures.already(),
          figures.genders(),
          figures.ages(),
          figures.statuses());
    }

    /// The last part of the key of the words that name a table.
    String title(int place) {
      return List.of("kinds", "already", "genders", "ages", "statuses").get(place);
    }

    long minutes() {
      return figures.minutes().values().stream().mapToLong(Long::longValue).sum();
    }
  }

  @GetMapping
  ModelAndView show(
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
    var today = activities.today();
    var first = from.isEmpty() ? Optional.of(YearMonth.of(today.getYear(), 1)) : month(from);
    var last = to.isEmpty() ? Optional.of(YearMonth.from(today)) : month(to);
    boolean good = first.isPresent() && last.isPresent() && !last.get().isBefore(first.get());
    var start = good ? first.get() : YearMonth.of(today.getYear(), 1);
    var end = good ? last.get() : YearMonth.from(today);
    var period = new Period(start.atDay(1), min(end.atEndOfMonth(), start.atDay(1).plusYears(10)));
    return new ModelAndView("learning/activity/figures")
        .addObject(
            "view",
            new View(period, start.toString(), end.toString(), !good, activities.figures(period)));
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Optional<YearMonth> month(String typed) {
    try {
      return typed.matches("20\\d\\d-\\d\\d")
          ? Optional.of(YearMonth.parse(typed))
          : Optional.empty();
    } catch (DateTimeParseException noMonth) {
      return Optional.empty();
    }
  }
}
