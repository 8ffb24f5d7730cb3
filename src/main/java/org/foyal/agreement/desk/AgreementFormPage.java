package org.foyal.agreement.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreement.Amendment;
import org.foyal.agreement.Agreement.Whole;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Day;
import org.foyal.agreement.Saving;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Source;
import org.foyal.agreement.Writer;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrator's web door to the agreements themselves: entering one, changing its words and
/// what was agreed later.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/agreements")
class AgreementFormPage {
  private final Agreements agreements;
  private final Signing signing;
  private final Pages pages;

  AgreementFormPage(Agreements agreements, Signing signing, Pages pages) {
    this.agreements = agreements;
    this.signing = signing;
    this.pages = pages;
  }

  /// An agreement as typed.
  record Form(
      @Nullable Integer version,
      @Nullable String code,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String aboutFr,
      @Nullable String aboutEn,
      @Nullable String aboutGcf,
      @Nullable String signed,
      @Nullable String endsOn,
      @Nullable String textRead,
      @Nullable String sourceTitle,
      @Nullable String sourceAddress,
      @Nullable String sourceOn,
      @Nullable String whyFr) {
    static Form empty() {
      return new Form(null, "", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    static Form of(Agreement a) {
      return new Form(
          a.version(),
          a.code(),
          a.title().only(Language.FR),
          a.title().only(Language.EN),
          a.title().only(Language.GCF),
          a.about().map(t -> t.only(Language.FR)).orElse(""),
          a.about().map(t -> t.only(Language.EN)).orElse(""),
          a.about().map(t -> t.only(Language.GCF)).orElse(""),
          a.signed().typed(),
          a.endsOn().map(Object::toString).orElse(""),
          a.textRead() ? "yes" : "",
          a.source().title(),
          a.source().address().orElse(""),
          a.source().on().map(Object::toString).orElse(""),
          "");
    }

    Agreement agreement(String code, Day signed, Typed typed) {
      return new Agreement(
          code,
          typed.told("title", new Texts(titleFr, titleEn, titleGcf), 300),
          typed.toldIfAny("about", new Texts(aboutFr, aboutEn, aboutGcf), 4000),
          signed,
          typed.dateIfAny("endsOn", endsOn),
          "yes".equals(textRead),
          typed.source(sourceTitle, sourceAddress, sourceOn),
          false,
          version == null ? -1 : version);
    }
  }

  /// What was agreed later, as typed.
  record AmendmentForm(
      @Nullable String kind,
      @Nullable String agreedOn,
      @Nullable String amendmentFr,
      @Nullable String amendmentEn,
      @Nullable String amendmentGcf,
      @Nullable String newEnd,
      @Nullable String amendmentSource,
      @Nullable String amendmentAddress) {
    static final AmendmentForm EMPTY =
        new AmendmentForm(null, null, null, null, null, null, null, null);
  }

  /// What the page shows.
  ///
  /// @param whole what is entered already; nothing for a new agreement
  record View(
      @Nullable Whole whole,
      Form form,
      AmendmentForm amendment,
      Map<String, String> problems,
      String done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// What the next form is made from: after a refusal still what the refused one was.
    int formVersion() {
      var typed = form.version();
      return whole != null && (typed == null || problems.containsKey("version"))
          ? whole.agreement().version()
          : typed == null ? -1 : typed;
    }
  }

  @GetMapping("/new")
  ModelAndView form() {
    return page(null, Form.empty(), AmendmentForm.EMPTY, Map.of(), "");
  }

  @PostMapping("/new")
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var code = typed.code("code", form.code(), 60);
    var signed = typed.firstDay("signed", form.signed());
    var agreement = form.agreement(code, signed, typed);
    if (!typed.problems().isEmpty()) {
      return page(null, form, AmendmentForm.EMPTY, typed.problems(), "");
    }
    return switch (signing.addAgreement(Writer.of(who), agreement, List.of())) {
      case Saved(String saved) -> there(request, saved);
      case Refused(Map<String, String> problems) ->
          page(null, form, AmendmentForm.EMPTY, problems, "");
      case Overtaken(var _) -> throw new IllegalStateException("nothing was there to overtake");
      case NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code, @Nullable String done) {
    var whole = whole(code);
    return page(
        whole,
        Form.of(whole.agreement()),
        AmendmentForm.EMPTY,
        Map.of(),
        "text".equals(done) ? "text" : "");
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView save(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var whole = whole(code);
    var typed = new Typed();
    var agreement = form.agreement(code, whole.agreement().signed(), typed);
    var why = typed.told("why", new Texts(form.whyFr(), "", ""), 2000);
    if (!typed.problems().isEmpty()) {
      return page(whole, form, AmendmentForm.EMPTY, typed.problems(), "");
    }
    return after(
        signing.editAgreement(Writer.of(who), agreement, why),
        code,
        form,
        AmendmentForm.EMPTY,
        request);
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}/amendments")
  ModelAndView amend(
      @PathVariable String code, AmendmentForm form, SignedIn who, HttpServletRequest request) {
    var whole = whole(code);
    var typed = new Typed();
    var kind =
        Stream.of(Amendment.Kind.values()).filter(k -> k.name().equals(form.kind())).findFirst();
    if (kind.isEmpty()) {
      typed.problem("kind", "agreement.problem.choose");
    }
    var amendment =
        new Amendment(
            typed.date("agreedOn", form.agreedOn()),
            kind.orElse(Amendment.Kind.AMENDMENT),
            typed.told(
                "amendment",
                new Texts(form.amendmentFr(), form.amendmentEn(), form.amendmentGcf()),
                2000),
            typed.dateIfAny("newEnd", form.newEnd()),
            new Source(
                typed.text("amendmentSource", form.amendmentSource(), 300),
                typed.addressIfAny("amendmentAddress", form.amendmentAddress()),
                Optional.empty()));
    var unchanged = Form.of(whole.agreement());
    if (!typed.problems().isEmpty()) {
      return page(whole, unchanged, form, typed.problems(), "");
    }
    return after(signing.amend(Writer.of(who), code, amendment), code, unchanged, form, request);
  }

  private ModelAndView after(
      Saving saving, String code, Form form, AmendmentForm amendment, HttpServletRequest request) {
    return switch (saving) {
      case Saved(String saved) -> there(request, saved);
      case Refused(Map<String, String> problems) ->
          page(whole(code), form, amendment, problems, "");
      case Overtaken(var _) ->
          page(whole(code), form, amendment, Map.of("version", "agreement.problem.overtaken"), "");
      case NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView there(HttpServletRequest request, String code) {
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/agreements/" + code + "?done=text"));
  }

  private Whole whole(String code) {
    return agreements
        .findWhole(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      @Nullable Whole whole,
      Form form,
      AmendmentForm amendment,
      Map<String, String> problems,
      String done) {
    var view = new View(whole, form, amendment, problems, done);
    return new ModelAndView(
            "agreement/desk/agreement",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}
