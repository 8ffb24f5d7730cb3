package org.foyal.people.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.people.keys.Keyring;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one's own account: who one is here, and where one is signed in.
@Controller
@For
@RequestMapping("/staff/me")
class MePage {
  private static final List<String> DONE = List.of("password", "second-factor", "session");

  private final Accounts accounts;
  private final Sessions sessions;
  private final Keyring keys;
  private final Pages pages;

  MePage(Accounts accounts, Sessions sessions, Keyring keys, Pages pages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.keys = keys;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param done the key of what was just done, or empty
  record View(Account account, int codesLeft, List<Sessions.Open> sessions, String done) {}

  @GetMapping
  ModelAndView show(
      @RequestParam(defaultValue = "") String done, SignedIn who, HttpServletRequest request) {
    var account = accounts.find(who.id()).orElseThrow();
    return new ModelAndView("people/entry/me")
        .addObject(
            "view",
            new View(
                account,
                keys.codesLeft(who.id()),
                sessions.list(request, who.id()),
                DONE.contains(done) ? "people.done." + done : ""));
  }

  @GetMapping("/sessions")
  ModelAndView noPage(HttpServletRequest request) {
    return redirect(request, "/staff/me");
  }

  /// Ends one session, or all of them.
  @PostMapping("/sessions")
  ModelAndView end(
      @RequestParam(defaultValue = "") String handle, SignedIn who, HttpServletRequest request) {
    if (handle.isEmpty()) {
      accounts.signOutEverywhere(Actor.of(who), who.id());
      sessions.end(request);
      return redirect(request, "/staff/sign-in?done=out");
    }
    sessions.end(who.id(), handle);
    accounts.note(Actor.of(who), "people.act.session-ended");
    return redirect(request, "/staff/me?done=session");
  }

  private ModelAndView redirect(HttpServletRequest request, String path) {
    return new ModelAndView("redirect:" + pages.of(request).href(path));
  }
}
