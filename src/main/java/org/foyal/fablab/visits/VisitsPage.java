package org.foyal.fablab.visits;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.machines.Space;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to visits of groups.
@Controller("fablabVisitsPage")
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/visits")
class VisitsPage {
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private final Visits visits;
  private final Machines machines;
  private final ShellSettings city;

  VisitsPage(Visits visits, Machines machines, ShellSettings city) {
    this.visits = visits;
    this.machines = machines;
    this.city = city;
  }

  /// What is typed.
  ///
  /// @param act `add` or `revoke`
  record Form(
      @Nullable String act,
      @Nullable String id,
      @Nullable String visitors,
      @Nullable String people,
      @Nullable String email,
      @Nullable String space,
      @Nullable String day,
      @Nullable String from,
      @Nullable String until) {
    static Form fresh() {
      return new Form("", UUID.randomUUID().toString(), "", "", "", "", "", "", "");
    }

    static String shown(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  /// What the page shows.
  record View(
      List<Visit> visits,
      Map<String, String> spaces,
      Form form,
      Map<String, String> problems,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    String space(Visit visit) {
      return spaces.getOrDefault(visit.space().toString(), "");
    }
  }

  @GetMapping
  ModelAndView list() {
    return page(Form.fresh(), Map.of(), false);
  }

  @PostMapping
  ModelAndView act(Form form, SignedIn who) {
    var by = Actor.of(who);
    if ("revoke".equals(form.act())) {
      return visits.revoke(by, Plain.formName(form.id()))
          ? page(Form.fresh(), Map.of(), true)
          : page(Form.fresh(), Map.of("space", "fablab.visits.gone"), false);
    }
    var fields = new Fields();
    var made = read(form, fields);
    if (made.isEmpty()) {
      return page(form, fields.problems(), false);
    }
    return switch (visits.add(by, made.get())) {
      case DONE -> page(Form.fresh(), Map.of(), true);
      case TAKEN -> page(form, Map.of("from", "fablab.visits.taken"), false);
      case TOO_MANY -> page(form, Map.of("people", "fablab.visits.too-many"), false);
      case UNKNOWN -> page(form, Map.of("space", "fablab.visits.gone"), false);
    };
  }

  private Optional<Visit> read(Form form, Fields fields) {
    var visitors = fields.line("visitors", form.visitors(), LONGEST);
    if (visitors.isEmpty()) {
      fields.refuse("visitors", "fablab.visits.who");
    }
    int people =
        fields.number("people", form.people(), 1, Visit.MOST_PEOPLE, "fablab.visits.people.not");
    var email = Plain.line(form.email());
    if (!email.isEmpty() && !visits.reaches(email)) {
      fields.refuse("email", "fablab.visits.email.not");
    }
    var space = Plain.formName(form.space());
    var span = span(form);
    if (span.isEmpty()) {
      fields.refuse("from", "fablab.visits.hours");
    }
    return fields.good()
        ? Optional.of(
            new Visit(
                Plain.formName(form.id()), space, visitors, people, span.orElseThrow(), email))
        : Optional.empty();
  }

  private Optional<Span> span(Form form) {
    try {
      var day = LocalDate.parse(Plain.line(form.day()));
      var zone = city.timeZone();
      var from = day.atTime(LocalTime.parse(Plain.line(form.from()))).atZone(zone).toInstant();
      var until = day.atTime(LocalTime.parse(Plain.line(form.until()))).atZone(zone).toInstant();
      return day.getYear() < 2000 || day.getYear() > 2100 || !until.isAfter(from)
          ? Optional.empty()
          : Optional.of(new Span(from, until));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private ModelAndView page(Form form, Map<String, String> problems, boolean done) {
    var spaces = new LinkedHashMap<String, String>();
    machines.listSpaces().stream()
        .filter(Space::active)
        .forEach(one -> spaces.put(one.id().toString(), one.name()));
    return new ModelAndView("fablab/visits/visits", Fields.status(problems))
        .addObject("view", new View(visits.list(MOST), spaces, form, problems, done));
  }
}
