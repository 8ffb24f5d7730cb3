package org.foyal.people.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.foyal.people.Account;
import org.foyal.people.NewPasswords;
import org.foyal.people.NewPasswords.Choosing.Done;
import org.foyal.people.NewPasswords.Choosing.Gone;
import org.foyal.people.NewPasswords.Choosing.Refused;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.BeforeSignIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door for people who forgot their password: ask for a link, choose a new one.
@Controller
@BeforeSignIn
@RequestMapping("/staff/password")
class NewPasswordPage {
  private static final int LONGEST = 1000;

  private final ForgottenPasswords forgotten;
  private final NewPasswords newPasswords;
  private final Pages pages;

  NewPasswordPage(ForgottenPasswords forgotten, NewPasswords newPasswords, Pages pages) {
    this.forgotten = forgotten;
    this.newPasswords = newPasswords;
    this.pages = pages;
  }

  /// What the page of the link shows.
  record View(String email, Map<String, String> problems) {}

  @GetMapping
  ModelAndView askForm() {
    return new ModelAndView("people/entry/ask").addObject("asked", false);
  }

  @PostMapping
  ModelAndView ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    var typed = email.length() > LONGEST ? "" : email;
    forgotten.ask(typed, request.getRemoteAddr(), pages.of(request).language());
    return new ModelAndView("people/entry/ask").addObject("asked", true);
  }

  @GetMapping("/{token}")
  ModelAndView form(@PathVariable String token) {
    return newPasswords
        .find(token)
        .map(account -> page(account, Map.of()))
        .orElseGet(NewPasswordPage::gone);
  }

  @PostMapping("/{token}")
  ModelAndView choose(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request) {
    return switch (newPasswords.choose(token, cut(password), cut(again), request.getRemoteAddr())) {
      case Done() ->
          new ModelAndView("redirect:" + pages.of(request).href("/staff/sign-in?done=password"));
      case Refused(Account account, Map<String, String> problems) -> page(account, problems);
      case Gone() -> gone();
    };
  }

  private static ModelAndView page(Account account, Map<String, String> problems) {
    return new ModelAndView(
            "people/entry/choose",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(account.email(), problems));
  }

  private static ModelAndView gone() {
    return new ModelAndView("people/gone", HttpStatus.GONE);
  }

  private static String cut(String typed) {
    return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
  }
}
