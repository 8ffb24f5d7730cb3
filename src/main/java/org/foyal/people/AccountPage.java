package org.foyal.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Accounts.Change;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.keys.Throttle;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrator's web door to one account.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/accounts/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
class AccountPage {
  private static final List<String> DONE =
      List.of("roles", "disabled", "enabled", "unlocked", "second-factor-reset");

  private final Accounts accounts;
  private final Pages pages;
  private final Clock clock;

  AccountPage(Accounts accounts, Pages pages, Clock clock) {
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  /// What the page shows.
  ///
  /// @param tries how often the person was wrong of late, by step
  /// @param done the key of what was just done, or empty
  /// @param problem the key of what could not be done, or empty
  record View(
      Account account,
      Map<String, Throttle.State> tries,
      Instant now,
      String done,
      String problem) {
    boolean waits(Throttle.State state) {
      return state.waitsUntil().isAfter(now);
    }
  }

  @GetMapping
  ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
    return page(number(id), DONE.contains(done) ? "people.done." + done : "", "");
  }

  @GetMapping("/{verb:roles|disable|enable|unlock|second-factor|link}")
  ModelAndView noPage(@PathVariable String id, HttpServletRequest request) {
    return redirect(request, number(id), "");
  }

  @PostMapping("/roles")
  ModelAndView roles(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable List<String> roles,
      SignedIn who,
      HttpServletRequest request) {
    var chosen = AccountsPage.chosen(roles);
    if (chosen.isEmpty()) {
      return page(number(id), "", "people.problem.roles");
    }
    return after(accounts.setRoles(Actor.of(who), number(id), chosen), request, id, "roles");
  }

  @PostMapping("/disable")
  ModelAndView disable(@PathVariable String id, SignedIn who, HttpServletRequest request) {
    return after(accounts.disable(Actor.of(who), number(id)), request, id, "disabled");
  }

  @PostMapping("/enable")
  ModelAndView enable(@PathVariable String id, SignedIn who, HttpServletRequest request) {
    return after(accounts.enable(Actor.of(who), number(id)), request, id, "enabled");
  }

  @PostMapping("/unlock")
  ModelAndView unlock(@PathVariable String id, SignedIn who, HttpServletRequest request) {
    return after(accounts.unlock(Actor.of(who), number(id)), request, id, "unlocked");
  }

  @PostMapping("/second-factor")
  ModelAndView resetSecondFactor(
      @PathVariable String id, SignedIn who, HttpServletRequest request) {
    var change = accounts.resetSecondFactor(Actor.of(who), number(id));
    return after(change, request, id, "second-factor-reset");
  }

  /// A new invitation for who waits, a link to a new password for who is in.
  @PostMapping("/link")
  ModelAndView link(@PathVariable String id, SignedIn who) {
    var actor = Actor.of(who);
    Optional<Invited> again = accounts.inviteAgain(actor, number(id));
    if (again.isPresent()) {
      return LinkView.page(again.get(), "people.link.invitation");
    }
    return accounts
        .newPasswordLink(actor, number(id))
        .map(made -> LinkView.page(made, "people.link.password"))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView after(Change change, HttpServletRequest request, String id, String done) {
    return switch (change) {
      case DONE -> redirect(request, number(id), "?done=" + done);
      case NO_SUCH_ACCOUNT -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case LAST_ADMINISTRATOR -> page(number(id), "", "people.problem.last-administrator");
    };
  }

  private ModelAndView page(UUID id, String done, String problem) {
    var account =
        accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var view = new View(account, accounts.throttled(account), clock.instant(), done, problem);
    return new ModelAndView(
            "people/account", problem.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
        .addObject("view", view);
  }

  private static UUID number(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException noNumber) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, noNumber);
    }
  }

  private ModelAndView redirect(HttpServletRequest request, UUID id, String query) {
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/accounts/" + id + query));
  }
}
