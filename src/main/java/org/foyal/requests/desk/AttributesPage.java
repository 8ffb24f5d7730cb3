package org.foyal.requests.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.people.Actor;
import org.foyal.requests.Attribute;
import org.foyal.requests.Attribute.Condition;
import org.foyal.requests.Attribute.Kind;
import org.foyal.requests.Attribute.Option;
import org.foyal.requests.Attributes;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to what a category asks beyond the words, with the questions below
/// as a resident sees them.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/categories/{category:[a-z0-9-]{1,60}}/questions")
class AttributesPage {
  private static final int LONGEST_OPTION = 150;

  private final Attributes attributes;
  private final Categories categories;
  private final Pages pages;

  AttributesPage(Attributes attributes, Categories categories, Pages pages) {
    this.attributes = attributes;
    this.categories = categories;
    this.pages = pages;
  }

  /// A question as typed.
  ///
  /// @param optionsFr one option a line; the lines of the other languages follow the same order
  /// @param condition `code=option` of another question, or nothing
  /// @param act `preview`, or nothing to save it
  record Form(
      @Nullable String code,
      @Nullable String askFr,
      @Nullable String askEn,
      @Nullable String askGcf,
      @Nullable String kind,
      @Nullable String required,
      @Nullable String open,
      @Nullable String optionsFr,
      @Nullable String optionsEn,
      @Nullable String optionsGcf,
      @Nullable String condition,
      @Nullable String place,
      @Nullable String active,
      @Nullable String act,
      @Nullable Integer version) {
    static Form fresh(int place) {
      return new Form(
          "", "", "", "", "STRING", "", "", "", "", "", "", Integer.toString(place), "yes", "", 0);
    }

    static Form of(Attribute one) {
      return new Form(
          one.code(),
          one.ask().french(),
          one.ask().only(Language.EN),
          one.ask().only(Language.GCF),
          one.kind().name(),
          one.required() ? "yes" : "",
          one.open() ? "yes" : "",
          lines(one, Language.FR),
          lines(one, Language.EN),
          lines(one, Language.GCF),
          one.condition().map(c -> c.code() + "=" + c.option()).orElse(""),
          Integer.toString(one.place()),
          one.active() ? "yes" : "",
          "",
          one.version());
    }

    boolean preview() {
      return "preview".equals(act);
    }

    private static String lines(Attribute one, Language language) {
      return one.options().stream()
          .map(option -> option.said().only(language))
          .collect(Collectors.joining("\n"))
          .stripTrailing();
    }
  }

  /// What the page shows.
  ///
  /// @param edited the question that the form is about; nothing when it is a new one
  /// @param tried the question as it would be, when it was asked to be shown
  record View(
      Category category,
      List<Attribute> all,
      @Nullable Attribute edited,
      Form form,
      Map<String, String> problems,
      @Nullable Attribute tried,
      boolean done) {
    /// What is asked, in its order: as it stands, or as it would be.
    List<Attribute> asked() {
      return Stream.concat(
              all.stream().filter(one -> tried == null || !one.code().equals(tried.code())),
              Stream.ofNullable(tried))
          .filter(Attribute::active)
          .sorted(Comparator.comparingInt(Attribute::place))
          .toList();
    }

    /// The options on which the question may hang, by `code=option`.
    Map<String, String> conditions(Language language) {
      var found = new LinkedHashMap<String, String>();
      for (var one : all) {
        if (edited == null || !one.code().equals(edited.code())) {
          one.options()
              .forEach(option ->
                  found.put(
                      one.code() + "=" + option.key(),
                      one.ask().in(language) + " → " + option.said().in(language)));
        }
      }
      return found;
    }

    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView show(@PathVariable String category, @RequestParam(defaultValue = "") String done) {
    int last = attributes.list(category).stream().mapToInt(Attribute::place).max().orElse(0);
    return page(category, null, Form.fresh(last + 10), Map.of(), null, "yes".equals(done));
  }

  @GetMapping("/{code:[a-z][a-z0-9-]{0,39}}")
  ModelAndView edit(@PathVariable String category, @PathVariable String code) {
    var one = find(category, code);
    return page(category, one, Form.of(one), Map.of(), null, false);
  }

  @PostMapping
  ModelAndView add(
      @PathVariable String category, Form form, SignedIn who, HttpServletRequest request) {
    find(category);
    var fields = new Fields();
    var code = fields.code(form.code(), 40);
    if (!code.isEmpty() && !Character.isLetter(code.charAt(0))) {
      fields.refuse("code", "requests.problem.letter");
    }
    var made = read(category, code, form, fields);
    if (form.preview()) {
      return page(category, null, form, fields.problems(), fields.good() ? made : null, false);
    }
    if (fields.good()) {
      refuse(attributes.add(Actor.of(who), made), fields);
    }
    return fields.good()
        ? there(category, request)
        : page(category, null, form, fields.problems(), null, false);
  }

  @PostMapping("/{code:[a-z][a-z0-9-]{0,39}}")
  ModelAndView update(
      @PathVariable String category,
      @PathVariable String code,
      Form form,
      SignedIn who,
      HttpServletRequest request) {
    var one = find(category, code);
    var fields = new Fields();
    var made = read(category, code, form, fields);
    if (form.preview()) {
      return page(category, one, form, fields.problems(), fields.good() ? made : null, false);
    }
    if (fields.good()) {
      refuse(attributes.update(Actor.of(who), made), fields);
    }
    return fields.good()
        ? there(category, request)
        : page(category, one, form, fields.problems(), null, false);
  }

  private static void refuse(Attributes.Written written, Fields fields) {
    switch (written) {
      case KEPT -> {}
      case CODE_TAKEN -> fields.refuse("code", "cases.problem.code-taken");
      case OVERTAKEN -> fields.refuse("version", "cases.problem.overtaken");
      case NEEDED -> fields.refuse("options", "requests.problem.needed");
      case CONDITION -> fields.refuse("condition", "requests.problem.condition");
    }
  }

  private static Attribute read(String category, String code, Form form, Fields fields) {
    var kind =
        Stream.of(Kind.values())
            .filter(one -> one.name().equals(form.kind()))
            .findFirst()
            .orElse(Kind.STRING);
    var condition =
        Optional.of(Plain.line(form.condition()))
            .filter(typed -> typed.contains("="))
            .map(typed -> typed.split("=", 2))
            .map(parts -> new Condition(parts[0], parts[1]));
    return new Attribute(
        0,
        category,
        code,
        fields.told("ask", 300, form.askFr(), form.askEn(), form.askGcf()),
        kind,
        "yes".equals(form.required()) && kind != Kind.NOTE,
        "yes".equals(form.open()),
        kind.isList() ? options(form, fields) : List.of(),
        condition,
        fields.number("place", form.place(), 0, 9999, "requests.problem.place"),
        "yes".equals(form.active()),
        form.version() == null ? -1 : form.version());
  }

  private static List<Option> options(Form form, Fields fields) {
    var french = lines(form.optionsFr());
    var english = lines(form.optionsEn());
    var creole = lines(form.optionsGcf());
    var options = new ArrayList<Option>();
    var keys = new HashSet<String>();
    for (int line = 0; line < french.size(); line++) {
      var said =
          Told.of(
              french.get(line),
              line < english.size() ? english.get(line) : "",
              line < creole.size() ? creole.get(line) : "");
      var key = key(french.get(line));
      if (said.isEmpty() || key.isEmpty() || !keys.add(key)) {
        fields.refuse("options", "requests.problem.options.twice");
      } else {
        options.add(new Option(key, said.get()));
      }
    }
    if (options.isEmpty() || french.size() > Attribute.MOST_OPTIONS) {
      fields.refuse("options", "requests.problem.options");
    }
    if (Stream.of(french, english, creole)
        .flatMap(List::stream)
        .anyMatch(l -> l.length() > LONGEST_OPTION)) {
      fields.refuse("options", "cases.problem.long");
    }
    return options;
  }

  private static List<String> lines(@Nullable String typed) {
    return Plain.text(typed).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /// What an option is called in forms and in the API, from its French words.
  private static String key(String french) {
    return Normalizer.normalize(french, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private Category find(String category) {
    return categories
        .find(category)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Attribute find(String category, String code) {
    return attributes
        .find(category, code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(String category, HttpServletRequest request) {
    return new ModelAndView(
        "redirect:"
            + pages.of(request).href("/staff/categories/" + category + "/questions?done=yes"));
  }

  private ModelAndView page(
      String category,
      @Nullable Attribute edited,
      Form form,
      Map<String, String> problems,
      @Nullable Attribute tried,
      boolean done) {
    return new ModelAndView("requests/desk/attributes", Fields.status(problems))
        .addObject(
            "view",
            new View(
                find(category),
                attributes.list(category),
                edited,
                form,
                Map.copyOf(problems),
                tried,
                done));
  }
}
