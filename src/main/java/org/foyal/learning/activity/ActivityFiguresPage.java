package org.foyal.learning.activity;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyal.kernel.Period;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to the figures of activities, by quarters that are over: hours, people by one trait
/// at a time, themes. What speaks of fewer than eleven people is not shown.
@Controller
@For({Role.MEDIATOR, Role.ADMIN, Role.AGENT, Role.ANALYST})
@RequestMapping("/staff/learning/activities/figures")
class ActivityFiguresPage {
  /// How many quarters are offered: five years of them.
  private static final int OFFERED = 20;

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
  /// @param quarter the code of the one that is shown
  /// @param problem whether another one was asked for that is not offered
  record View(
      Map<String, Period> quarters, String quarter, boolean problem, ActivityFigures figures) {
    Period period() {
      return Objects.requireNonNull(quarters.get(quarter), "a quarter that is offered");
    }

    Map<String, String> options(Page page) {
      var options = new LinkedHashMap<String, String>();
      quarters.forEach((code, period) ->
          options.put(code, page.month(period.from()) + " – " + page.month(period.to())));
      return options;
    }

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
  ModelAndView show(@RequestParam(defaultValue = "") String quarter) {
    var quarters = quarters(activities.today());
    var latest = quarters.keySet().iterator().next();
    boolean good = quarters.containsKey(quarter);
    var view =
        new View(
            quarters,
            good ? quarter : latest,
            !good && !quarter.isEmpty(),
            activities.figures(
                Objects.requireNonNull(quarters.get(good ? quarter : latest), "is offered")));
    return new ModelAndView("learning/activity/figures").addObject("view", view);
  }

  /// The quarters of some years that are over, the latest first. No two of them share a day, and
  /// nothing else is offered: from two periods that do, a small number could be taken apart.
  static Map<String, Period> quarters(LocalDate today) {
    var quarters = new LinkedHashMap<String, Period>();
    var first = today.with(IsoFields.DAY_OF_QUARTER, 1L);
    for (int back = 1; back <= OFFERED; back++) {
      var from = first.minusMonths(3L * back);
      quarters.put(
          from.getYear() + "-T" + from.get(IsoFields.QUARTER_OF_YEAR),
          new Period(from, from.plusMonths(3).minusDays(1)));
    }
    return quarters;
  }
}
