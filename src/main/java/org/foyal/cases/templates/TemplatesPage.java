package org.foyal.cases.templates;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.CaseWork.Wording;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
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

/// The administrators' web door to the texts that agents answer with, shown as the letter that
/// whoever asked will get.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/templates")
class TemplatesPage {
  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST = 3500;
  private static final Told NOTHING = Told.inFrench("-");

  private final Templates templates;
  private final Preview preview;
  private final Pages pages;

  TemplatesPage(Templates templates, Preview preview, Pages pages) {
    this.templates = templates;
    this.preview = preview;
    this.pages = pages;
  }

  @Bean
  static Door templatesDoor() {
    return new Door("/staff/templates", "cases.templates", 71, Door.Audience.ADMINISTRATOR);
  }

  /// A template as typed.
  ///
  /// @param act `preview`, or nothing to save it
  record Form(
      @Nullable String code,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String wordsFr,
      @Nullable String wordsEn,
      @Nullable String wordsGcf,
      @Nullable String active,
      @Nullable String act,
      @Nullable Integer version) {
    static final Form EMPTY = new Form("", "", "", "", "", "", "", "yes", "", 0);

    static Form of(Template one) {
      return new Form(
          one.code(),
          one.title().french(),
          one.title().only(Language.EN),
          one.title().only(Language.GCF),
          one.words().french(),
          one.words().only(Language.EN),
          one.words().only(Language.GCF),
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
  /// @param edited the template that the form is about, as it stands; nothing when it is a new one
  /// @param letters the letter in every language, when it was asked for
  record View(
      List<Template> all,
      @Nullable Template edited,
      Form form,
      Map<String, String> problems,
      List<Wording> letters,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    return page(null, Form.EMPTY, Map.of(), List.of(), "yes".equals(done));
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code) {
    var one = find(code);
    return page(one, Form.of(one), Map.of(), preview.letters(one), false);
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var problems = new LinkedHashMap<String, String>();
    var made = read(Plain.line(form.code()), form, true, problems);
    if (form.preview()) {
      problems.remove("code");
      return page(
          null, form, problems, problems.isEmpty() ? preview.letters(made) : List.of(), false);
    }
    if (problems.isEmpty() && !templates.add(Actor.of(who), made)) {
      problems.put("code", "cases.problem.code-taken");
    }
    return problems.isEmpty() ? there(request) : page(null, form, problems, List.of(), false);
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView update(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var one = find(code);
    var problems = new LinkedHashMap<String, String>();
    var made = read(code, form, "yes".equals(form.active()), problems);
    if (form.preview()) {
      return page(
          one, form, problems, problems.isEmpty() ? preview.letters(made) : List.of(), false);
    }
    if (problems.isEmpty() && !templates.update(Actor.of(who), made)) {
      problems.put("version", "cases.problem.template-overtaken");
      return page(find(code), form, problems, List.of(), false);
    }
    return problems.isEmpty() ? there(request) : page(one, form, problems, List.of(), false);
  }

  private static Template read(
      String code, Form form, boolean active, Map<String, String> problems) {
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > 60) {
      problems.put("code", "cases.problem.department-code");
    }
    var title =
        told(Plain.line(form.titleFr()), Plain.line(form.titleEn()), Plain.line(form.titleGcf()));
    var longest = title.map(TemplatesPage::longest).orElse(0);
    if (longest == 0 || longest > LONGEST_TITLE) {
      problems.put("titleFr", longest == 0 ? "cases.problem.empty" : "cases.problem.long");
    }
    if (Plain.text(form.wordsFr()).isEmpty()) {
      problems.put("wordsFr", "cases.problem.empty");
    }
    check("wordsFr", form.wordsFr(), problems);
    check("wordsEn", form.wordsEn(), problems);
    check("wordsGcf", form.wordsGcf(), problems);
    var words = told(form.wordsFr(), form.wordsEn(), form.wordsGcf());
    int version = form.version() == null ? -1 : form.version();
    return new Template(code, title.orElse(NOTHING), words.orElse(NOTHING), active, version);
  }

  private static void check(String field, @Nullable String typed, Map<String, String> problems) {
    var text = Plain.text(typed);
    if (text.length() > LONGEST) {
      problems.put(field, "cases.problem.long");
    } else if (!Template.fillable(text)) {
      problems.put(field, "cases.problem.blank");
    }
  }

  private static int longest(Told told) {
    return told.texts().values().stream().mapToInt(String::length).max().orElse(0);
  }

  private static Optional<Told> told(
      @Nullable String french, @Nullable String english, @Nullable String creole) {
    return Told.of(Plain.text(french), Plain.text(english), Plain.text(creole));
  }

  private Template find(String code) {
    return templates
        .find(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/templates?done=yes"));
  }

  private ModelAndView page(
      @Nullable Template edited,
      Form form,
      Map<String, String> problems,
      List<Wording> letters,
      boolean done) {
    var status =
        problems.isEmpty()
            ? HttpStatus.OK
            : problems.containsKey("version")
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    return new ModelAndView("cases/templates/templates", status)
        .addObject("view", new View(templates.list(), edited, form, problems, letters, done));
  }
}
