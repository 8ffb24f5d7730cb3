package org.foyal.agreement.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Party;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Writer;
import org.foyal.agreement.forms.Typed;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrator's web door to the parties, and to who of the staff speaks for which of them.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/agreements/parties")
class PartiesPage {
  private final Agreements agreements;
  private final Signing signing;
  private final Accounts accounts;
  private final Pages pages;

  PartiesPage(Agreements agreements, Signing signing, Accounts accounts, Pages pages) {
    this.agreements = agreements;
    this.signing = signing;
    this.accounts = accounts;
    this.pages = pages;
  }

  /// A party as typed.
  record Form(@Nullable String code, @Nullable String name, @Nullable String of) {
    static final Form EMPTY = new Form("", "", "");
  }

  /// What the page shows.
  ///
  /// @param delegates the code of the party that an account speaks for
  record View(
      List<Party> parties,
      List<Account> accounts,
      Map<UUID, String> delegates,
      Form form,
      Map<String, String> problems,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    return page(Form.EMPTY, Map.of(), "text".equals(done));
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var code = typed.code("code", form.code(), 60);
    var name = typed.text("name", form.name(), 200);
    var of =
        agreements.listParties().stream()
            .map(Party::code)
            .filter(known -> known.equals(form.of()))
            .findFirst();
    if (!typed.problems().isEmpty()) {
      return page(form, typed.problems(), false);
    }
    return switch (signing.addParty(Writer.of(who), new Party(code, name, of, false))) {
      case Saved(String _) -> there(request);
      case Refused(Map<String, String> problems) -> page(form, problems, false);
      case Overtaken(var _) -> throw new IllegalStateException("nothing was there to overtake");
      case NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  @PostMapping("/delegates")
  ModelAndView setDelegate(
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String party,
      SignedIn who,
      HttpServletRequest request) {
    var known = accounts.list().stream().filter(a -> a.id().toString().equals(account)).findFirst();
    if (known.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Optional<String> of =
        agreements.listParties().stream().map(Party::code).filter(party::equals).findFirst();
    signing.setDelegate(Writer.of(who), known.get().id(), of);
    return there(request);
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/agreements/parties?done=text"));
  }

  private ModelAndView page(Form form, Map<String, String> problems, boolean done) {
    var staff = accounts.list().stream().filter(a -> a.status() == Account.Status.ACTIVE).toList();
    var view =
        new View(agreements.listParties(), staff, agreements.delegates(), form, problems, done);
    return new ModelAndView(
            "agreement/desk/parties",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}
