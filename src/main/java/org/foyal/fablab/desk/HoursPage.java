package org.foyal.fablab.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.machines.WeeklyHours;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the hours of the lab and the days on which it is closed.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/hours")
class HoursPage {
  private final LabHours hours;
  private final ShellSettings shell;
  private final Clock clock;

  HoursPage(LabHours hours, ShellSettings shell, Clock clock) {
    this.hours = hours;
    this.shell = shell;
    this.clock = clock;
  }

  /// What is typed.
  ///
  /// @param act `add`, `remove`, `close` or `open`
  record Form(
      @Nullable String act,
      @Nullable String id,
      @Nullable String weekday,
      @Nullable String opens,
      @Nullable String closes,
      @Nullable String kind,
      @Nullable String since,
      @Nullable String until,
      @Nullable String day,
      @Nullable String why) {
    static Form fresh(LocalDate today) {
      return new Form(
          "", UUID.randomUUID().toString(), "1", "", "", "STAFFED", today.toString(), "", "", "");
    }
  }

  /// What the page shows.
  ///
  /// @param done whether something was changed
  record View(
      List<WeeklyHours> weekly,
      Map<LocalDate, String> closed,
      Form form,
      Map<String, String> problems,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    String day(DayOfWeek day, Language reader) {
      return day.getDisplayName(TextStyle.FULL, reader.formats());
    }

    /// The days of the week, by their numbers.
    Map<String, String> days(Language reader) {
      var all = new LinkedHashMap<String, String>();
      Stream.of(DayOfWeek.values())
          .forEach(one -> all.put(Integer.toString(one.getValue()), day(one, reader)));
      return all;
    }

    /// For whom it is open, in words.
    Map<String, String> kinds(Page page) {
      var all = new LinkedHashMap<String, String>();
      Stream.of(Opening.Kind.values())
          .forEach(one -> all.put(one.name(), page.say("fablab.desk.kind." + one)));
      return all;
    }
  }

  @GetMapping
  ModelAndView list() {
    return page(Form.fresh(today()), Map.of(), false);
  }

  @PostMapping
  ModelAndView act(Form form, SignedIn who) {
    var by = Actor.of(who);
    return switch (Plain.line(form.act())) {
      case "remove" -> {
        Typed.id(form.id()).ifPresent(id -> hours.remove(by, id));
        yield page(Form.fresh(today()), Map.of(), true);
      }
      case "open" -> {
        Plain.day(form.day()).ifPresent(day -> hours.open(by, day));
        yield page(Form.fresh(today()), Map.of(), true);
      }
      case "close" -> close(form, by);
      default -> add(form, by);
    };
  }

  private ModelAndView close(Form form, Actor by) {
    var fields = new Fields();
    var why = fields.line("why", form.why(), 200);
    if (why.isEmpty()) {
      fields.refuse("why", "fablab.desk.problem.words");
    }
    var day = Plain.day(form.day()).filter(one -> !one.isBefore(today()));
    if (day.isEmpty()) {
      fields.refuse("day", "fablab.desk.problem.day");
    }
    if (!fields.good() || day.isEmpty()) {
      return page(form, fields.problems(), false);
    }
    hours.close(by, day.get(), why, false);
    return page(Form.fresh(today()), Map.of(), true);
  }

  private ModelAndView add(Form form, Actor by) {
    var fields = new Fields();
    var made = read(form, fields);
    if (!fields.good() || made.isEmpty()) {
      return page(form, fields.problems(), false);
    }
    return switch (hours.add(by, made.get())) {
      case DONE -> page(Form.fresh(today()), Map.of(), true);
      case TAKEN, OVERTAKEN, CIRCLE, UNKNOWN ->
          page(form, Map.of("opens", "fablab.desk.problem.overlap"), false);
    };
  }

  private Optional<WeeklyHours> read(Form form, Fields fields) {
    var opens = time(form.opens());
    var closes = time(form.closes());
    if (opens.isEmpty()) {
      fields.refuse("opens", "fablab.desk.problem.time");
    }
    if (closes.isEmpty() || opens.filter(one -> !closes.get().isAfter(one)).isPresent()) {
      fields.refuse("closes", "fablab.desk.problem.closes");
    }
    var since = Plain.day(form.since());
    if (since.isEmpty()) {
      fields.refuse("since", "fablab.desk.problem.day");
    }
    var until = Plain.day(form.until());
    boolean said = !Plain.line(form.until()).isEmpty();
    if (said && (until.isEmpty() || since.filter(until.get()::isBefore).isPresent())) {
      fields.refuse("until", "fablab.desk.problem.day");
    }
    int weekday = fields.number("weekday", form.weekday(), 1, 7, "fablab.desk.problem.unknown");
    if (!fields.good() || opens.isEmpty() || closes.isEmpty() || since.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new WeeklyHours(
            Plain.formName(form.id()),
            DayOfWeek.of(weekday),
            opens.get(),
            closes.get(),
            Stream.of(Opening.Kind.values())
                .filter(one -> one.name().equals(form.kind()))
                .findFirst()
                .orElse(Opening.Kind.STAFFED),
            since.get(),
            until,
            false,
            1));
  }

  private static Optional<LocalTime> time(@Nullable String typed) {
    try {
      return Optional.of(LocalTime.parse(Plain.line(typed)));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shell.timeZone());
  }

  private ModelAndView page(Form form, Map<String, String> problems, boolean done) {
    return new ModelAndView("fablab/desk/hours", Fields.status(problems))
        .addObject("view", new View(hours.listWeekly(), hours.closedAlone(), form, problems, done));
  }
}
