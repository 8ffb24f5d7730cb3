package org.foyal.fablab.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Learners;
import org.foyal.learning.enrolment.Participation.Learner;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to those who come to the lab: finding somebody, writing somebody down.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/members")
class MembersPage {
  private static final int MOST = 50;

  private final Members members;
  private final Learners learners;
  private final Territory territory;
  private final Pages pages;

  MembersPage(Members members, Learners learners, Territory territory, Pages pages) {
    this.members = members;
    this.learners = learners;
    this.territory = territory;
    this.pages = pages;
  }

  /// What is typed.
  ///
  /// @param q a part of a name, or a reference
  record Form(
      @Nullable String q,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String year,
      @Nullable String area) {}

  /// Somebody in the list.
  ///
  /// @param name empty once it was erased
  record Row(Member member, String name) {}

  /// What the page shows.
  record View(
      String sought,
      List<Row> found,
      Form form,
      Map<String, String> areas,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView list(Form form, HttpServletRequest request) {
    var sought = Plain.line(form.q());
    sought = sought.substring(0, Math.min(100, sought.length()));
    var one = Reference.read(sought).flatMap(members::findAtTheCounter);
    if (one.isPresent()) {
      return there(request, one.get());
    }
    return page(sought, form, Map.of());
  }

  @PostMapping
  ModelAndView add(Form form, HttpServletRequest request) {
    var fields = new Fields();
    var year = Plain.line(form.year());
    if (!year.isEmpty() && !year.matches("\\d{4}")) {
      fields.refuse("year", "fablab.desk.problem.number");
    }
    var person =
        new Person(
            Plain.line(form.name()),
            some(form.email()),
            some(form.phone()).map(Learners::phone),
            year.matches("\\d{4}") ? Optional.of(Integer.valueOf(year)) : Optional.empty(),
            some(form.area()),
            pages.of(request).language());
    learners.check(person, false).forEach(fields::refuse);
    if (!fields.good()) {
      return page("", form, fields.problems());
    }
    return there(request, members.known(person, false, true).member());
  }

  private static Optional<String> some(@Nullable String text) {
    return Optional.of(Plain.line(text)).filter(line -> !line.isEmpty());
  }

  private ModelAndView there(HttpServletRequest request, Member member) {
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/fablab/members/" + member.id()));
  }

  private ModelAndView page(String sought, Form form, Map<String, String> problems) {
    var found = members.search(sought, MOST);
    var who = members.who(found.stream().map(Member::id).toList());
    var rows =
        found.stream()
            .map(one ->
                new Row(one, Optional.ofNullable(who.get(one.id())).map(Learner::name).orElse("")))
            .toList();
    var areas = new LinkedHashMap<String, String>();
    territory.listAreas(Area.Kind.IRIS).forEach(one -> areas.put(one.code(), one.name()));
    return new ModelAndView("fablab/desk/members", Fields.status(problems))
        .addObject("view", new View(sought, rows, form, areas, problems));
  }
}
