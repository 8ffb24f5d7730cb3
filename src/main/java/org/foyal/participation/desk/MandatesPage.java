package org.foyal.participation.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.participation.Body;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Questions;
import org.foyal.participation.Theme;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to the mandates: who, in which body, with which portfolio, for
/// which neighbourhoods, and who answers.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/mandates")
class MandatesPage {
  private final Council council;
  private final Questions questions;
  private final Accounts accounts;
  private final Territory territory;
  private final Pages pages;

  MandatesPage(
      Council council, Questions questions, Accounts accounts, Territory territory, Pages pages) {
    this.council = council;
    this.questions = questions;
    this.accounts = accounts;
    this.territory = territory;
    this.pages = pages;
  }

  @Bean
  static Door mandatesDoor() {
    return new Door("/staff/mandates", "participation.mandates", 82, Door.Audience.ADMINISTRATOR);
  }

  /// What the page shows.
  ///
  /// @param edited the mandate that the form is about; nothing when it is a new one
  /// @param answering the accounts of elected officials
  record View(
      List<Mandate> all,
      @Nullable Mandate edited,
      MandateForm form,
      List<Body> bodies,
      List<Theme> themes,
      List<Area> areas,
      List<Account> answering,
      Map<String, String> problems,
      boolean done,
      LocalDate today) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> bodyOptions(Language language) {
      var found = new LinkedHashMap<String, String>();
      bodies.forEach(one -> found.put(one.code(), one.title().in(language)));
      return found;
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    return page(null, MandateForm.EMPTY, Map.of(), "yes".equals(done));
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code) {
    var one = find(code);
    return page(one, MandateForm.of(one), Map.of(), false);
  }

  @PostMapping
  ModelAndView add(MandateForm form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var made = form.read(fields.code(form.code(), 60), known(), false, fields);
    if (fields.good() && !council.add(Actor.of(who), made)) {
      fields.refuse("code", "cases.problem.code-taken");
    }
    return fields.good() ? there(request) : page(null, form, fields.problems(), false);
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView update(
      @PathVariable String code, MandateForm form, SignedIn who, HttpServletRequest request) {
    var one = find(code);
    var fields = new Fields();
    var made = form.read(code, known(), one.example(), fields);
    if (fields.good() && !council.update(Actor.of(who), made)) {
      fields.refuse("version", "cases.problem.overtaken");
      return page(find(code), form, fields.problems(), false);
    }
    return fields.good() ? there(request) : page(one, form, fields.problems(), false);
  }

  private MandateForm.Known known() {
    return new MandateForm.Known(
        council.bodies(),
        council.themes().stream().map(Theme::code).toList(),
        territory.listAreas(Area.Kind.IRIS).stream().map(Area::code).toList(),
        answering().stream().map(Account::id).toList());
  }

  private List<Account> answering() {
    return accounts.list().stream().filter(one -> one.roles().contains(Role.ELECTED)).toList();
  }

  private Mandate find(String code) {
    return council
        .findMandate(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/mandates?done=yes"));
  }

  private ModelAndView page(
      @Nullable Mandate edited, MandateForm form, Map<String, String> problems, boolean done) {
    return new ModelAndView("participation/desk/mandates", Fields.status(problems))
        .addObject(
            "view",
            new View(
                council.mandates(),
                edited,
                form,
                council.bodies(),
                council.themes(),
                territory.listAreas(Area.Kind.IRIS),
                answering(),
                problems,
                done,
                questions.today()));
  }
}
