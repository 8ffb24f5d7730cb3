package org.foyal.people.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.keys.FactorChoice;
import org.foyal.people.keys.FactorOffer;
import org.foyal.people.keys.Keyring;
import org.foyal.people.keys.SheetView;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.BeforeSignIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door for whoever has the right password and no second factor yet: an administrator took
/// a lost one away.
@Controller
@BeforeSignIn
@RequestMapping("/staff/sign-in/second-factor")
class FirstFactorPage {
  private final Sessions sessions;
  private final Accounts accounts;
  private final Keyring keys;
  private final Pages pages;
  private final ShellSettings shell;
  private final Clock clock;

  FirstFactorPage(
      Sessions sessions,
      Accounts accounts,
      Keyring keys,
      Pages pages,
      ShellSettings shell,
      Clock clock) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.keys = keys;
    this.pages = pages;
    this.shell = shell;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView form(HttpServletRequest request) {
    var due = due(request);
    return due.isEmpty()
        ? redirect(request, "/staff/sign-in")
        : page(request, due.getFirst(), new FactorChoice("", ""), Map.of());
  }

  @PostMapping
  ModelAndView choose(FactorChoice choice, HttpServletRequest request) {
    var due = due(request);
    if (due.isEmpty()) {
      return redirect(request, "/staff/sign-in");
    }
    var account = due.getFirst();
    var offered = sessions.offered(request);
    var now = clock.instant();
    var problem = choice.problem(offered, now);
    if (problem.isPresent()) {
      return page(
          request, account, choice, Map.of(choice.app() ? "code" : "factor", problem.get()));
    }
    var sheet = choice.apply(keys, account.id(), offered, now);
    accounts.secondFactorSet(account, request.getRemoteAddr());
    accounts.signedIn(account, request.getRemoteAddr());
    sessions.enter(request, account);
    return sheet.isEmpty()
        ? redirect(request, "/staff")
        : new ModelAndView("people/sheet")
            .addObject("view", new SheetView(account.name(), account.email(), sheet, "/staff"));
  }

  /// The account whose factor is due; only one that has none.
  private List<Account> due(HttpServletRequest request) {
    return sessions.halfway(request).filter(account -> account.secondFactor().isEmpty()).stream()
        .toList();
  }

  private ModelAndView page(
      HttpServletRequest request,
      Account account,
      FactorChoice choice,
      Map<String, String> problems) {
    var offer =
        FactorOffer.of(sessions.offered(request), shell.title(), account.email(), choice, problems);
    return new ModelAndView(
            "people/entry/firstfactor",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("offer", offer);
  }

  private ModelAndView redirect(HttpServletRequest request, String path) {
    return new ModelAndView("redirect:" + pages.of(request).href(path));
  }
}
