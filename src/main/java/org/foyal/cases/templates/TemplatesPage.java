package org.foyal.cases.templates;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.foyal.cases.CaseWork.Wording;
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
    var fields = new Fields();
    var code = form.preview() ? "" : fields.code(form.code(), 60);
    var made = read(code, form, true, fields);
    if (form.preview()) {
      return preview(null, form, made, fields);
    }
    if (fields.good() && !templates.add(Actor.of(who), made)) {
      fields.refuse("code", "cases.problem.code-taken");
    }
    return fields.good() ? there(request) : page(null, form, fields.problems(), List.of(), false);
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
    if (fields.good() && !templates.update(Actor.of(who), made)) {
      fields.refuse("version", "cases.problem.template-overtaken");
      return page(find(code), form, fields.problems(), List.of(), false);
    }
    return fields.good() ? there(request) : page(one, form, fields.problems(), List.of(), false);
  }

  private ModelAndView preview(@Nullable Template edited, Form form, Template made, Fields fields) {
    return page(
        edited, form, fields.problems(), fields.good() ? preview.letters(made) : List.of(), false);
  }

  private static Template read(String code, Form form, boolean active, Fields fields) {
    var title =
        fields.told("titleFr", LONGEST_TITLE, form.titleFr(), form.titleEn(), form.titleGcf());
    var french = words("wordsFr", form.wordsFr(), fields);
    if (french.isEmpty()) {
      fields.refuse("wordsFr", "cases.problem.empty");
    }
    var words =
        Told.of(
            french,
            words("wordsEn", form.wordsEn(), fields),
            words("wordsGcf", form.wordsGcf(), fields));
    int version = form.version() == null ? -1 : form.version();
    return new Template(code, title, words.orElse(NOTHING), active, version);
  }

  private static String words(String field, @Nullable String typed, Fields fields) {
    var text = fields.text(field, typed, LONGEST);
    if (!Template.fillable(text)) {
      fields.refuse(field, "cases.problem.blank");
    }
    return text;
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
    return new ModelAndView("cases/templates/templates", Fields.status(problems))
        .addObject("view", new View(templates.list(), edited, form, problems, letters, done));
  }
}
