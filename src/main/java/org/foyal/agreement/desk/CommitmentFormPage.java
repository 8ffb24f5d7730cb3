package org.foyal.agreement.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Commitment.Audience;
import org.foyal.agreement.Commitment.Measure;
import org.foyal.agreement.Commitment.Said;
import org.foyal.agreement.Commitment.Theme;
import org.foyal.agreement.Party;
import org.foyal.agreement.Register;
import org.foyal.agreement.Register.NewCommitment;
import org.foyal.agreement.Saving;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Writer;
import org.foyal.agreement.forms.Compared;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the words of a promise: entering one, changing one.
@Controller
@For
class CommitmentFormPage {
  private final Agreements agreements;
  private final Register register;
  private final Pages pages;

  CommitmentFormPage(Agreements agreements, Register register, Pages pages) {
    this.agreements = agreements;
    this.register = register;
    this.pages = pages;
  }

  /// A promise as typed.
  record Form(
      @Nullable Integer version,
      @Nullable String code,
      @Nullable String party,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String terms,
      @Nullable String plainFr,
      @Nullable String plainEn,
      @Nullable String plainGcf,
      @Nullable String theme,
      @Nullable List<String> audiences,
      @Nullable String announced,
      @Nullable String due,
      @Nullable String sourceTitle,
      @Nullable String sourceAddress,
      @Nullable String sourceOn,
      @Nullable String door,
      @Nullable String figure,
      @Nullable String figureArea,
      @Nullable String figureTarget,
      @Nullable String whyFr,
      @Nullable String whyEn,
      @Nullable String whyGcf) {
    /// A promise as it stands, to be changed.
    static Form of(Commitment c) {
      var said = c.said();
      return new Form(
          c.version(),
          c.code(),
          c.party().code(),
          said.title().only(Language.FR),
          said.title().only(Language.EN),
          said.title().only(Language.GCF),
          said.terms().orElse(""),
          said.plain().map(t -> t.only(Language.FR)).orElse(""),
          said.plain().map(t -> t.only(Language.EN)).orElse(""),
          said.plain().map(t -> t.only(Language.GCF)).orElse(""),
          said.theme().code(),
          said.audiences().stream().map(Audience::code).toList(),
          said.announced().typed(),
          said.due().map(d -> d.typed()).orElse(""),
          said.source().title(),
          said.source().address().orElse(""),
          said.source().on().map(Object::toString).orElse(""),
          said.door().orElse(""),
          c.measure().map(Measure::key).orElse(""),
          c.measure().map(Measure::areaCode).orElse(""),
          c.measure().map(Form::target).orElse(""),
          "",
          "",
          "");
    }

    private static String target(Measure measure) {
      return measure.target().isEmpty()
          ? ""
          : java.math.BigDecimal.valueOf(measure.target().getAsDouble())
              .stripTrailingZeros()
              .toPlainString();
    }

    static Form empty() {
      return new Form(
          null, "", "", "", "", "", "", "", "", "", "", List.of(), "", "", "", "", "", "", "", "",
          "", "", "", "");
    }

    /// The fields that a reader compares, by the key of their name.
    private Map<String, String> shown() {
      var shown = new LinkedHashMap<String, String>();
      shown.put("title", Compared.texts(titleFr, titleEn, titleGcf));
      shown.put("terms", Typed.clean(terms));
      shown.put("plain", Compared.texts(plainFr, plainEn, plainGcf));
      shown.put("theme", Typed.clean(theme));
      shown.put(
          "audiences",
          audiences == null ? "" : audiences.stream().sorted().collect(Collectors.joining(", ")));
      shown.put("announced", Typed.clean(announced));
      shown.put("due", Typed.clean(due));
      shown.put("sourceTitle", Typed.clean(sourceTitle));
      shown.put("sourceAddress", Typed.clean(sourceAddress));
      shown.put("sourceOn", Typed.clean(sourceOn));
      shown.put("door", Typed.clean(door));
      shown.put("figure", Typed.clean(figure));
      shown.put("figureArea", Typed.clean(figureArea));
      shown.put("figureTarget", Typed.clean(figureTarget));
      return shown;
    }

    List<String> differences(Page page, Form theirs) {
      return Compared.lines(page, theirs.shown(), shown());
    }

    boolean has(Audience audience) {
      return audiences != null && audiences.contains(audience.code());
    }

    Said said(Typed typed) {
      var themes = Optional.ofNullable(theme).flatMap(Theme::find);
      if (themes.isEmpty()) {
        typed.problem("theme", "agreement.problem.choose");
      }
      var chosen =
          Optional.ofNullable(audiences).orElse(List.of()).stream()
              .flatMap(a -> Audience.find(a).stream())
              .collect(Collectors.toUnmodifiableSet());
      var inDoor = typed.textIfAny("door", door, 100);
      if (inDoor.filter(path -> !path.matches("/[a-z0-9/-]*")).isPresent()) {
        typed.problem("door", "agreement.problem.door");
      }
      return new Said(
          typed.told("title", new Texts(titleFr, titleEn, titleGcf), 300),
          typed.textIfAny("terms", terms, 2000),
          typed.toldIfAny("plain", new Texts(plainFr, plainEn, plainGcf), 2000),
          themes.orElse(Theme.COHESION),
          chosen,
          typed.firstDay("announced", announced),
          typed.dayIfAny("due", due),
          typed.source(sourceTitle, sourceAddress, sourceOn),
          inDoor);
    }

    Optional<Measure> measure(Typed typed) {
      var key = typed.textIfAny("figure", figure, 100);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      var area = typed.text("figureArea", figureArea, 30);
      if (Typed.clean(figureTarget).isEmpty()) {
        return Optional.of(new Measure(key.get(), area, OptionalDouble.empty()));
      }
      return number(figureTarget)
          .map(target -> new Measure(key.get(), area, target))
          .or(() -> {
            typed.problem("figureTarget", "agreement.problem.number");
            return Optional.empty();
          });
    }

    private static Optional<Double> number(@Nullable String text) {
      var typed = Typed.clean(text).replace(',', '.');
      return typed.matches("\\d{1,9}(\\.\\d{1,4})?") && Double.parseDouble(typed) > 0
          ? Optional.of(Double.parseDouble(typed))
          : Optional.empty();
    }
  }

  /// What the form shows.
  ///
  /// @param agreement the promise's
  /// @param code the promise's, once it is entered
  /// @param theirs what stands now, when somebody else wrote first
  record View(
      Agreement agreement,
      @Nullable String code,
      Form form,
      List<Party> parties,
      Map<String, String> problems,
      @Nullable Commitment theirs) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// What stands now beside what was typed, field by field, wherever the two differ.
    List<String> differences(Page page) {
      return theirs == null ? List.of() : form.differences(page, Form.of(theirs));
    }
  }

  @For(Role.ADMIN)
  @GetMapping("/staff/agreements/{agreement:[a-z0-9-]{1,60}}/new")
  ModelAndView form(@PathVariable String agreement) {
    var form = Form.empty();
    return page(
        new View(agreement(agreement), null, form, agreements.listParties(), Map.of(), null));
  }

  @For(Role.ADMIN)
  @PostMapping("/staff/agreements/{agreement:[a-z0-9-]{1,60}}/new")
  ModelAndView add(
      @PathVariable String agreement, Form form, SignedIn who, HttpServletRequest request) {
    var known = agreement(agreement);
    var parties = agreements.listParties();
    var typed = new Typed();
    var code = typed.code("code", form.code(), 80);
    var party = parties.stream().filter(p -> p.code().equals(form.party())).findFirst();
    if (party.isEmpty()) {
      typed.problem("party", "agreement.problem.choose");
    }
    var said = form.said(typed);
    var measure = form.measure(typed);
    var view = new View(known, null, form, parties, typed.problems(), null);
    if (party.isEmpty() || !typed.problems().isEmpty()) {
      return page(view);
    }
    int place = agreements.nextPlace(agreement);
    var made = new NewCommitment(code, agreement, party.get().code(), said, measure, place, false);
    return after(register.addCommitment(Writer.of(who), made), view, request);
  }

  @GetMapping("/staff/commitments/{code:[a-z0-9-]{1,80}}/text")
  ModelAndView edit(@PathVariable String code, SignedIn who) {
    var commitment = mayWrite(code, who);
    return page(
        new View(
            agreement(commitment.agreement()),
            code,
            Form.of(commitment),
            agreements.listParties(),
            Map.of(),
            null));
  }

  @PostMapping("/staff/commitments/{code:[a-z0-9-]{1,80}}/text")
  ModelAndView save(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var commitment = mayWrite(code, who);
    var typed = new Typed();
    var said = form.said(typed);
    var measure = form.measure(typed);
    Told why = typed.told("why", new Texts(form.whyFr(), form.whyEn(), form.whyGcf()), 2000);
    var view =
        new View(
            agreement(commitment.agreement()),
            code,
            form,
            agreements.listParties(),
            typed.problems(),
            null);
    if (!typed.problems().isEmpty()) {
      return page(view);
    }
    int version = form.version() == null ? -1 : form.version();
    return after(
        register.editCommitment(Writer.of(who), code, version, said, measure, why), view, request);
  }

  private ModelAndView after(Saving saving, View view, HttpServletRequest request) {
    return switch (saving) {
      case Saved(String code) ->
          new ModelAndView(
              "redirect:" + pages.of(request).href("/staff/commitments/" + code + "?done=text"));
      case Refused(Map<String, String> problems) ->
          page(
              new View(view.agreement(), view.code(), view.form(), view.parties(), problems, null));
      case Overtaken(Commitment theirs) ->
          page(
              new View(
                  view.agreement(), view.code(), view.form(), view.parties(), Map.of(), theirs));
      case NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private Agreement agreement(String code) {
    return agreements
        .find(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Commitment mayWrite(String code, SignedIn who) {
    return agreements
        .findCommitment(code)
        .filter(Writer.of(who)::mayWrite)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ModelAndView page(View view) {
    return new ModelAndView(
            "agreement/desk/commitment",
            view.theirs() != null
                ? HttpStatus.CONFLICT
                : view.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}
