package org.foyal.participation.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.cases.desk.CaseTopics;
import org.foyal.participation.Council;
import org.foyal.participation.Theme;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
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

/// The administrators' web door to what questions are about.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/themes")
class ThemesPage {
  private final Council council;
  private final Pages pages;

  ThemesPage(Council council, Pages pages) {
    this.council = council;
    this.pages = pages;
  }

  @Bean
  static Door themesDoor() {
    return new Door("/staff/themes", "participation.themes", 81, Door.Audience.ADMINISTRATOR);
  }

  /// A theme as typed.
  record Form(
      @Nullable String code,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String place,
      @Nullable String active,
      @Nullable Integer version) {
    static final Form EMPTY = new Form("", "", "", "", "0", "yes", 0);

    static Form of(Theme one) {
      return new Form(
          one.code(),
          one.title().french(),
          one.title().only(Language.EN),
          one.title().only(Language.GCF),
          Integer.toString(one.place()),
          one.active() ? "yes" : "",
          one.version());
    }
  }

  /// What the page shows.
  ///
  /// @param edited the theme that the form is about; nothing when it is a new one
  record View(
      List<Theme> all,
      @Nullable Theme edited,
      Form form,
      Map<String, String> problems,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @Bean
  static CaseTopics questionTopics(Council council) {
    return new CaseTopics(
        "participation",
        () -> {
          var names = new LinkedHashMap<String, Told>();
          council.themes().forEach(one -> names.put(one.code(), one.title()));
          return names;
        });
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    return page(null, Form.EMPTY, Map.of(), "yes".equals(done));
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code) {
    var one = find(code);
    return page(one, Form.of(one), Map.of(), false);
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var made = read(fields.code(form.code(), 60), form, true, fields);
    if (fields.good() && !council.add(Actor.of(who), made)) {
      fields.refuse("code", "cases.problem.code-taken");
    }
    return fields.good() ? there(request) : page(null, form, fields.problems(), false);
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView update(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var one = find(code);
    var fields = new Fields();
    var made = read(code, form, "yes".equals(form.active()), fields);
    if (fields.good() && !council.update(Actor.of(who), made)) {
      fields.refuse("version", "cases.problem.overtaken");
      return page(find(code), form, fields.problems(), false);
    }
    return fields.good() ? there(request) : page(one, form, fields.problems(), false);
  }

  private static Theme read(String code, Form form, boolean active, Fields fields) {
    return new Theme(
        code,
        fields.told("title", 100, form.titleFr(), form.titleEn(), form.titleGcf()),
        fields.number("place", form.place(), 0, 9999, "participation.problem.place"),
        active,
        false,
        form.version() == null ? -1 : form.version());
  }

  private Theme find(String code) {
    return council
        .findTheme(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/themes?done=yes"));
  }

  private ModelAndView page(
      @Nullable Theme edited, Form form, Map<String, String> problems, boolean done) {
    return new ModelAndView("participation/desk/themes", Fields.status(problems))
        .addObject("view", new View(council.themes(), edited, form, problems, done));
  }
}
