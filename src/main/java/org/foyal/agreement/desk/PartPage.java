package org.foyal.agreement.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.agreement.Agreement.Signatory;
import org.foyal.agreement.Agreement.Whole;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Party;
import org.foyal.agreement.Saving;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Writer;
import org.foyal.agreement.forms.Compared;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
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

/// The administrator's web door to who takes part in an agreement: adding a party, correcting its
/// part, taking it out.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/agreements/{code:[a-z0-9-]{1,60}}/parties")
class PartPage {
  private static final int LONGEST_WHY = 500;

  private final Agreements agreements;
  private final Signing signing;
  private final Pages pages;

  PartPage(Agreements agreements, Signing signing, Pages pages) {
    this.agreements = agreements;
    this.signing = signing;
    this.pages = pages;
  }

  /// A party's part as typed.
  record Form(
      @Nullable Integer version,
      @Nullable String party,
      @Nullable String partFr,
      @Nullable String partEn,
      @Nullable String partGcf,
      @Nullable String signs,
      @Nullable String why) {
    static final Form EMPTY = new Form(null, null, "", "", "", null, "");

    static Form of(Signatory signatory) {
      return new Form(
          signatory.version(),
          signatory.party().code(),
          signatory.part().only(Language.FR),
          signatory.part().only(Language.EN),
          signatory.part().only(Language.GCF),
          signatory.signs() ? "yes" : null,
          "");
    }

    Signatory signatory(Party of, Typed typed) {
      return new Signatory(
          of,
          typed.told("part", new Texts(partFr, partEn, partGcf), 1000),
          "yes".equals(signs),
          seen());
    }

    /// The version of the part that the form was made from.
    int seen() {
      return version == null ? -1 : version;
    }

    private Map<String, String> shown(Page page) {
      var shown = new LinkedHashMap<String, String>();
      shown.put("part", Compared.texts(partFr, partEn, partGcf));
      shown.put("signs", "yes".equals(signs) ? page.say("agreement.signs") : "");
      return shown;
    }
  }

  /// What the page shows.
  ///
  /// @param known the part that is corrected; nothing for a new one
  /// @param others the parties that have no part yet
  record View(
      Whole whole,
      @Nullable Signatory known,
      List<Party> others,
      Form form,
      Map<String, String> problems) {
    /// What the next form is made from: after a refusal still what the refused one was, so that
    /// nobody is overtaken unawares.
    int formVersion() {
      return known == null || (form.version() != null && !overtaken())
          ? form.seen()
          : known.version();
    }

    private boolean overtaken() {
      return problems.containsKey("version");
    }

    /// What stands now beside what was typed.
    List<String> differences(Page page) {
      return known != null && overtaken()
          ? Compared.lines(page, Form.of(known).shown(page), form.shown(page))
          : List.of();
    }

    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }
  }

  @GetMapping
  ModelAndView form(@PathVariable String code) {
    return page(whole(code), null, Form.EMPTY, Map.of());
  }

  @PostMapping
  ModelAndView add(@PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var whole = whole(code);
    var typed = new Typed();
    var party =
        agreements.listParties().stream().filter(p -> p.code().equals(form.party())).findFirst();
    if (party.isEmpty()) {
      typed.problem("party", "agreement.problem.choose");
    }
    var made = party.map(known -> form.signatory(known, typed));
    if (made.isEmpty() || !typed.problems().isEmpty()) {
      return page(whole, null, form, typed.problems());
    }
    return after(signing.addSignatory(Writer.of(who), code, made.get()), code, null, form, request);
  }

  @GetMapping("/{party:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code, @PathVariable String party) {
    var whole = whole(code);
    var known = known(whole, party);
    return page(whole, known, Form.of(known), Map.of());
  }

  @PostMapping("/{party:[a-z0-9-]{1,60}}")
  ModelAndView save(
      @PathVariable String code,
      @PathVariable String party,
      Form form,
      SignedIn who,
      HttpServletRequest request) {
    var whole = whole(code);
    var known = known(whole, party);
    var typed = new Typed();
    var corrected = form.signatory(known.party(), typed);
    var why = typed.told("why", new Texts(form.why(), "", ""), LONGEST_WHY);
    if (!typed.problems().isEmpty()) {
      return page(whole, known, form, typed.problems());
    }
    return after(
        signing.editSignatory(Writer.of(who), code, corrected, why), code, party, form, request);
  }

  @PostMapping("/{party:[a-z0-9-]{1,60}}/withdrawn")
  ModelAndView withdraw(
      @PathVariable String code,
      @PathVariable String party,
      Form form,
      SignedIn who,
      HttpServletRequest request) {
    var whole = whole(code);
    var known = known(whole, party);
    var typed = new Typed();
    var why = typed.told("whyOut", new Texts(form.why(), "", ""), LONGEST_WHY);
    var shown = Form.of(known);
    if (!typed.problems().isEmpty()) {
      return page(whole, known, shown, typed.problems());
    }
    var seen = new Signatory(known.party(), known.part(), known.signs(), form.seen());
    return after(
        signing.withdrawSignatory(Writer.of(who), code, seen, why), code, party, shown, request);
  }

  private ModelAndView after(
      Saving saving,
      String agreement,
      @Nullable String party,
      Form form,
      HttpServletRequest request) {
    return switch (saving) {
      case Saved(String code) ->
          new ModelAndView(
              "redirect:" + pages.of(request).href("/staff/agreements/" + code + "?done=text"));
      case Refused(Map<String, String> problems) -> {
        var whole = whole(agreement);
        yield page(whole, party == null ? null : known(whole, party), form, problems);
      }
      case Overtaken(var _) -> throw new IllegalStateException("nothing was there to overtake");
      case NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private Whole whole(String code) {
    return agreements
        .findWhole(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Signatory known(Whole whole, String party) {
    return whole.signatories().stream()
        .filter(signatory -> signatory.party().code().equals(party))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      Whole whole, @Nullable Signatory known, Form form, Map<String, String> problems) {
    var there = whole.signatories().stream().map(Signatory::party).toList();
    var others = agreements.listParties().stream().filter(party -> !there.contains(party)).toList();
    return new ModelAndView("agreement/desk/part", Fields.status(problems))
        .addObject("view", new View(whole, known, others, form, problems));
  }
}
