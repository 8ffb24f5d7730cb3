package org.foyal.people.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.foyal.people.Account;
import org.foyal.people.Account.SecondFactor;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.people.TryAs;
import org.foyal.people.entry.SignIn.Step;
import org.foyal.people.entry.SignIn.Step.Passed;
import org.foyal.people.entry.SignIn.Step.Wait;
import org.foyal.people.entry.SignIn.Step.Wrong;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.BeforeSignIn;
import org.foyal.shell.guard.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door of signing in, in two steps, and out.
@Controller
@BeforeSignIn
class SignInPage {
  /// Where sign-in may lead: our own staff pages and nowhere else.
  private static final Pattern OURS =
      Pattern.compile(
          "/(fr|en|gcf)/staff(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*(\\?[A-Za-z0-9._~%&=+-]*)?");

  private static final int LONGEST = 1000;

  private final SignIn signIn;
  private final Sessions sessions;
  private final Accounts accounts;
  private final ObjectProvider<TryAs> tryAs;
  private final Pages pages;

  SignInPage(
      SignIn signIn,
      Sessions sessions,
      Accounts accounts,
      ObjectProvider<TryAs> tryAs,
      Pages pages) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.accounts = accounts;
    this.tryAs = tryAs;
    this.pages = pages;
  }

  /// What the first step shows.
  ///
  /// @param to the page to go to afterwards
  /// @param problem the key of what went wrong, or empty
  /// @param wait_min minutes to wait, or 0
  /// @param roles whom the demonstration lets anybody try
  record View(
      String email, String to, String problem, int wait_min, String done, List<Role> roles) {}

  /// What the second step shows.
  ///
  /// @param sheet whether a code of the printed sheet is asked for
  record CodeView(String name, boolean sheet, String problem, int wait_min) {}

  @GetMapping("/staff/sign-in")
  ModelAndView form(
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request) {
    if (sessions.whoIs(request).isPresent()) {
      return redirect(request, "/staff");
    }
    var known = List.of("password", "out", "welcome").contains(done) ? "people.done." + done : "";
    return page(new View("", ours(to), "", 0, known, roles()), HttpStatus.OK);
  }

  @PostMapping("/staff/sign-in")
  ModelAndView password(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    var typed = email.length() > LONGEST ? "" : email;
    var tried = password.length() > LONGEST ? "" : password;
    return switch (signIn.password(typed, tried, request.getRemoteAddr())) {
      case Passed(Account account) -> {
        sessions.halfway(request, account, ours(to));
        yield redirect(
            request,
            account.secondFactor().isPresent()
                ? "/staff/sign-in/code"
                : "/staff/sign-in/second-factor");
      }
      case Wrong() ->
          page(
              new View(typed, ours(to), "people.problem.sign-in", 0, "", roles()),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case Wait(Duration wait) ->
          page(
              new View(typed, ours(to), "people.problem.wait", told(wait, response), "", roles()),
              HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  @GetMapping("/staff/sign-in/code")
  ModelAndView codeForm(HttpServletRequest request) {
    return sessions
        .halfway(request)
        .filter(account -> account.secondFactor().isPresent())
        .map(account -> page(codeView(account, "", 0), HttpStatus.OK))
        .orElseGet(() -> redirect(request, "/staff/sign-in"));
  }

  @PostMapping("/staff/sign-in/code")
  ModelAndView code(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    var halfway = sessions.halfway(request).filter(a -> a.secondFactor().isPresent());
    if (halfway.isEmpty()) {
      return redirect(request, "/staff/sign-in");
    }
    var account = halfway.get();
    Step step = signIn.code(account, code.length() > 100 ? "" : code, request.getRemoteAddr());
    return switch (step) {
      case Passed(Account a) -> {
        var goal = sessions.enter(request, a);
        yield goal.isEmpty() ? redirect(request, "/staff") : new ModelAndView("redirect:" + goal);
      }
      case Wrong() ->
          page(codeView(account, "people.problem.code", 0), HttpStatus.UNPROCESSABLE_CONTENT);
      case Wait(Duration wait) ->
          page(
              codeView(account, "people.problem.wait", told(wait, response)),
              HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  @GetMapping("/staff/sign-in/as")
  ModelAndView notAsPage(HttpServletRequest request) {
    return redirect(request, "/staff/sign-in");
  }

  /// One click, in the demonstration and nowhere else.
  @PostMapping("/staff/sign-in/as")
  ModelAndView as(@RequestParam(defaultValue = "") String role, HttpServletRequest request) {
    var example = tryAs.getIfAvailable();
    var account =
        example == null
            ? java.util.Optional.<Account>empty()
            : Role.find(role).flatMap(example::email).flatMap(accounts::findByEmail);
    if (account.filter(a -> a.example() && a.status() == Account.Status.ACTIVE).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    accounts.signedIn(account.get(), request.getRemoteAddr());
    sessions.enter(request, account.get());
    return redirect(request, "/staff");
  }

  @GetMapping("/staff/sign-out")
  ModelAndView outForm(HttpServletRequest request) {
    return redirect(request, "/staff");
  }

  @PostMapping("/staff/sign-out")
  ModelAndView out(HttpServletRequest request) {
    sessions.whoIs(request).ifPresent(who -> accounts.note(Actor.of(who), "people.act.signed-out"));
    sessions.end(request);
    return redirect(request, "/staff/sign-in?done=out");
  }

  private List<Role> roles() {
    var example = tryAs.getIfAvailable();
    return example == null ? List.of() : example.roles().stream().sorted().toList();
  }

  private static CodeView codeView(Account account, String problem, int wait_min) {
    boolean sheet = account.secondFactor().filter(f -> f == SecondFactor.CODES).isPresent();
    return new CodeView(account.name(), sheet, problem, wait_min);
  }

  private static int told(Duration wait, HttpServletResponse response) {
    response.setHeader("Retry-After", Long.toString(1 + wait.toSeconds()));
    return 1 + (int) wait.toMinutes();
  }

  private static String ours(String to) {
    return to.length() <= LONGEST && OURS.matcher(to).matches() ? to : "";
  }

  private ModelAndView redirect(HttpServletRequest request, String path) {
    return new ModelAndView("redirect:" + pages.of(request).href(path));
  }

  private static ModelAndView page(View view, HttpStatus status) {
    return new ModelAndView("people/entry/signin", status).addObject("view", view);
  }

  private static ModelAndView page(CodeView view, HttpStatus status) {
    return new ModelAndView("people/entry/code", status).addObject("view", view);
  }
}
