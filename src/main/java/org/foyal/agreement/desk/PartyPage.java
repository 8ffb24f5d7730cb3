package org.foyal.agreement.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Party;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Writer;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
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
  record Form(@Nullable String name, @Nullable String of, @Nullable String why) {}

  /// What the page shows.
  ///
  /// @param houses every other party
  record View(Party party, List<Party> houses, Form form, Map<String, String> problems) {
    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }
  }

  @GetMapping
  ModelAndView form(@PathVariable String code) {
    var party = party(code);
    return page(party, new Form(party.name(), party.of().orElse(""), ""), Map.of());
  }

  @PostMapping
  ModelAndView save(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var party = party(code);
    var typed = new Typed();
    var name = typed.text("name", form.name(), 200);
    var why = typed.told("why", new Texts(form.why(), "", ""), 500);
    Optional<String> of =
        Optional.ofNullable(form.of()).filter(house -> !house.isBlank()).map(this::known);
    if (!typed.problems().isEmpty()) {
      return page(party, form, typed.problems());
    }
    var corrected = new Party(code, name, of, party.example());
    return switch (signing.editParty(Writer.of(who), corrected, why)) {
      case Saved(String _) ->
          new ModelAndView("redirect:" + pages.of(request).href("/staff/agreements/parties"));
      case Refused(Map<String, String> problems) -> page(party, form, problems);
      case Overtaken(var _) -> throw new IllegalStateException("nothing was there to overtake");
      case NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private String known(String house) {
    return party(house).code();
  }

  private Party party(String code) {
    return agreements.listParties().stream()
        .filter(party -> party.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(Party party, Form form, Map<String, String> problems) {
    var houses =
        agreements.listParties().stream()
            .filter(house -> !house.code().equals(party.code()))
            .toList();
    return new ModelAndView(
            "agreement/desk/party",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(party, houses, form, problems));
  }
}
