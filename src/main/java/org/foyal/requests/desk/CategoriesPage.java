package org.foyal.requests.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.cases.Question.Delay;
import org.foyal.cases.desk.CaseTopics;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.desk.CategoryPreview.Shown;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
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

/// The administrators' web door to the categories: their words, who answers, by when.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/categories")
class CategoriesPage {
  private final Categories categories;
  private final Departments departments;
  private final CategoryPreview preview;
  private final Pages pages;

  CategoriesPage(
      Categories categories, Departments departments, CategoryPreview preview, Pages pages) {
    this.categories = categories;
    this.departments = departments;
    this.preview = preview;
    this.pages = pages;
  }

  @Bean
  static Door categoriesDoor() {
    return new Door("/staff/categories", "requests.categories", 72, Door.Audience.ADMINISTRATOR);
  }

  /// A category as typed.
  ///
  /// @param act `preview`, or nothing to save it
  record Form(
      @Nullable String code,
      @Nullable String groupFr,
      @Nullable String groupEn,
      @Nullable String groupGcf,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String keywords,
      @Nullable String department,
      @Nullable String days,
      @Nullable String accepted,
      @Nullable String silence,
      @Nullable String place,
      @Nullable String active,
      @Nullable String act,
      @Nullable Integer version) {
    static final Form EMPTY =
        new Form("", "", "", "", "", "", "", "", "", "10", "", "NOTHING", "0", "yes", "", 0);

    static Form of(Category one) {
      return new Form(
          one.code(),
          one.group().french(),
          one.group().only(Language.EN),
          one.group().only(Language.GCF),
          one.title().french(),
          one.title().only(Language.EN),
          one.title().only(Language.GCF),
          one.keywords(),
          one.department().orElse(""),
          Integer.toString(one.delay().working_days()),
          one.delay().accepted() ? "yes" : "",
          one.delay().silence().name(),
          Integer.toString(one.place()),
          one.active() ? "yes" : "",
          "",
          one.version());
    }

    boolean preview() {
      return "preview".equals(act);
    }
  }

  /// What the page shows.
  ///
  /// @param edited the category that the form is about; nothing when it is a new one
  /// @param shown what would be seen and change, when it was asked for
  record View(
      List<Category> all,
      @Nullable Category edited,
      Form form,
      List<Department> departments,
      Map<String, String> problems,
      @Nullable Shown shown,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @Bean
  static CaseTopics reportTopics(Categories categories) {
    return new CaseTopics(
        "requests",
        () -> {
          var names = new LinkedHashMap<String, Told>();
          categories.list().forEach(one -> names.put(one.code(), one.title()));
          return names;
        });
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    return page(null, Form.EMPTY, Map.of(), null, "yes".equals(done));
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code) {
    var one = find(code);
    return page(one, Form.of(one), Map.of(), null, false);
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var made = read(form.preview() ? "" : fields.code(form.code(), 60), form, true, fields);
    if (form.preview()) {
      return preview(null, form, made, fields);
    }
    if (fields.good() && !categories.add(Actor.of(who), made)) {
      fields.refuse("code", "cases.problem.code-taken");
    }
    return fields.good() ? there(request) : page(null, form, fields.problems(), null, false);
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView update(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var one = find(code);
    var fields = new Fields();
    var made = read(code, form, "yes".equals(form.active()), fields);
    if (form.preview()) {
      return preview(one, form, made, fields);
    }
    if (fields.good() && !categories.update(Actor.of(who), made)) {
      fields.refuse("version", "cases.problem.overtaken");
      return page(find(code), form, fields.problems(), null, false);
    }
    return fields.good() ? there(request) : page(one, form, fields.problems(), null, false);
  }

  private ModelAndView preview(@Nullable Category now, Form form, Category made, Fields fields) {
    var shown = fields.good() ? preview.show(now, made) : null;
    return page(now, form, fields.problems(), shown, false);
  }

  private Category read(String code, Form form, boolean active, Fields fields) {
    var group = fields.told("group", 100, form.groupFr(), form.groupEn(), form.groupGcf());
    var title = fields.told("title", 150, form.titleFr(), form.titleEn(), form.titleGcf());
    var department = Plain.line(form.department());
    if (!department.isEmpty() && departments.find(department).isEmpty()) {
      fields.refuse("department", "cases.problem.department");
    }
    var silence =
        Stream.of(Silence.values())
            .filter(one -> one.name().equals(form.silence()))
            .findFirst()
            .orElse(Silence.NOTHING);
    int days = fields.number("days", form.days(), 1, 1000, "requests.problem.days");
    return new Category(
        code,
        group,
        title,
        fields.line("keywords", form.keywords(), 500),
        Optional.of(department).filter(one -> !one.isEmpty()),
        new Delay(days, "yes".equals(form.accepted()), silence),
        fields.number("place", form.place(), 0, 9999, "requests.problem.place"),
        active,
        false,
        form.version() == null ? -1 : form.version());
  }

  private Category find(String code) {
    return categories
        .find(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/categories?done=yes"));
  }

  private ModelAndView page(
      @Nullable Category edited,
      Form form,
      Map<String, String> problems,
      @Nullable Shown shown,
      boolean done) {
    return new ModelAndView("requests/desk/categories", Fields.status(problems))
        .addObject(
            "view",
            new View(categories.list(), edited, form, departments.list(), problems, shown, done));
  }
}
