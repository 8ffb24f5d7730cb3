package org.foyal.people.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.people.Account;
import org.foyal.people.OwnKeys;
import org.foyal.people.entry.SignIn.Step.Passed;
import org.foyal.people.entry.SignIn.Step.Wait;
import org.foyal.people.entry.SignIn.Step.Wrong;
import org.foyal.people.keys.FactorChoice;
import org.foyal.people.keys.FactorOffer;
import org.foyal.people.keys.SheetView;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door by which people change their own password and second factor. Each asks for the
/// password as it is, and signs every other session out.
@Controller
@For
@RequestMapping("/staff/me")
class MyKeysPage {
  private static final int LONGEST = 1000;

  private final SignIn signIn;
  private final Sessions sessions;
  private final OwnKeys own;
  private final Pages pages;

  MyKeysPage(SignIn signIn, Sessions sessions, OwnKeys own, Pages pages) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.own = own;
    this.pages = pages;
  }

  /// What the page of the password shows: the key of what is wrong, by field.
  record PasswordView(String email, Map<String, String> problems) {}

  @GetMapping("/password")
  ModelAndView passwordForm(SignedIn who) {
    return password(who, Map.of());
  }

  @PostMapping("/password")
  ModelAndView changePassword(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      SignedIn who,
      HttpServletRequest request) {
    var problems = new LinkedHashMap<>(own.problems(who.id(), cut(password), cut(again)));
    if (problems.isEmpty()) {
      problems.putAll(currentProblem(who, current));
    }
    if (!problems.isEmpty()) {
      return password(who, problems);
    }
    own.changePassword(who, cut(password));
    sessions.onlyThisOne(request, who.id());
    return redirect(request, "/staff/me?done=password");
  }

  @GetMapping("/second-factor")
  ModelAndView factorForm(SignedIn who, HttpServletRequest request) {
    return factor(who, request, new FactorChoice("", ""), Map.of());
  }

  @PostMapping("/second-factor")
  ModelAndView changeFactor(
      FactorChoice choice,
      @RequestParam(defaultValue = "") String current,
      SignedIn who,
      HttpServletRequest request) {
    var offered = sessions.offered(request);
    var problems = new LinkedHashMap<String, String>();
    own.problem(choice, offered)
        .ifPresent(key -> problems.put(choice.app() ? "code" : "factor", key));
    if (problems.isEmpty()) {
      problems.putAll(currentProblem(who, current));
    }
    if (!problems.isEmpty()) {
      return factor(who, request, choice, problems);
    }
    List<String> sheet = own.changeFactor(who, choice, offered);
    sessions.onlyThisOne(request, who.id());
    return sheet.isEmpty()
        ? redirect(request, "/staff/me?done=second-factor")
        : new ModelAndView("people/sheet")
            .addObject(
                "view", new SheetView(who.displayName(), own.email(who.id()), sheet, "/staff/me"));
  }

  private Map<String, String> currentProblem(SignedIn who, String current) {
    return switch (signIn.again(who.id(), cut(current))) {
      case Passed(Account _) -> Map.of();
      case Wrong() -> Map.of("current", "people.problem.current");
      case Wait(Duration _) -> Map.of("current", "people.problem.current-wait");
    };
  }

  private ModelAndView password(SignedIn who, Map<String, String> problems) {
    return new ModelAndView("people/entry/password", status(problems))
        .addObject("view", new PasswordView(own.email(who.id()), problems));
  }

  private ModelAndView factor(
      SignedIn who, HttpServletRequest request, FactorChoice choice, Map<String, String> problems) {
    FactorOffer offer = own.offer(who.id(), sessions.offered(request), choice, problems);
    return new ModelAndView("people/entry/factor", status(problems)).addObject("offer", offer);
  }

  private static HttpStatus status(Map<String, String> problems) {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  private static String cut(String typed) {
    return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
  }

  private ModelAndView redirect(HttpServletRequest request, String path) {
    return new ModelAndView("redirect:" + pages.of(request).href(path));
  }
}
