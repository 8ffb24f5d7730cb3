package org.foyal.agreement.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Party;
import org.foyal.agreement.Party.Entered;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrator's web door to one party: correcting its name and the house it belongs to.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/parties/{code:[a-z0-9-]{1,60}}")
class PartyPage {
  private final Agreements agreements;
  private final Signing signing;
  private final Pages pages;

  PartyPage(Agreements agreements, Signing signing, Pages pages) {
    this.agreements = agreements;
    this.signing = signing;
    this.pages = pages;
  }

  /// A party as typed.
  record Form(
      @Nullable Integer version, @Nullable String name, @Nullable String of, @Nullable String why) {
    static Form of(Entered entered) {
      var party = entered.party();
      return new Form(entered.version(), party.name(), party.of().orElse(""), "");
    }
  }

  /// What the page shows.
  ///
  /// @param now the party as it stands
  /// @param houses every other party
  record View(Entered now, List<Party> houses, Form form, Map<String, String> problems) {
    Party party() {
      return now.party();
    }

    /// What the next form is made from: after a refusal still what the refused one was, so that
    /// nobody is overtaken unawares.
    int formVersion() {
      var typed = form.version();
      return overtaken() || typed == null ? now.version() : typed;
    }

    private boolean overtaken() {
      return problems.containsKey("version");
    }

    /// What stands now beside what was typed.
    List<String> differences(Page page) {
      return overtaken()
          ? Compared.lines(page, shown(page, Form.of(now)), shown(page, form))
          : List.of();
    }

    private Map<String, String> shown(Page page, Form typed) {
      var shown = new LinkedHashMap<String, String>();
      shown.put("name", Typed.clean(typed.name()));
      shown.put(
          "of",
          houses.stream()
              .filter(house -> house.code().equals(typed.of()))
              .map(Party::name)
              .findFirst()
              .orElse(page.say("agreement.desk.of.none")));
      return shown;
    }

    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }
  }

  @GetMapping
  ModelAndView form(@PathVariable String code) {
    var now = now(code);
    return page(now, Form.of(now), Map.of());
  }

  @PostMapping
  ModelAndView save(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var now = now(code);
    var typed = new Typed();
    var name = typed.text("name", form.name(), 200);
    var why = typed.told("why", new Texts(form.why(), "", ""), 500);
    Optional<String> of =
        Optional.ofNullable(form.of())
            .filter(house -> !house.isBlank())
            .map(house -> now(house).party().code());
    if (!typed.problems().isEmpty()) {
      return page(now, form, typed.problems());
    }
    int version = form.version() == null ? -1 : form.version();
    var corrected = new Entered(new Party(code, name, of, now.party().example()), version);
    return switch (signing.editParty(Writer.of(who), corrected, why)) {
      case Saved(String _) ->
          new ModelAndView(
              "redirect:" + pages.of(request).href("/staff/agreements/parties?done=text"));
      case Refused(Map<String, String> problems) -> page(now(code), form, problems);
      case Overtaken(var _) -> throw new IllegalStateException("nothing was there to overtake");
      case NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private Entered now(String code) {
    return signing
        .findParty(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(Entered now, Form form, Map<String, String> problems) {
    var houses =
        agreements.listParties().stream()
            .filter(house -> !house.code().equals(now.party().code()))
            .toList();
    return new ModelAndView("agreement/desk/party", Fields.status(problems))
        .addObject("view", new View(now, houses, form, problems));
  }
}
