package org.foyal.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.foyal.people.Invitations.Accepting.Gone;
import org.foyal.people.Invitations.Accepting.Refused;
import org.foyal.people.Invitations.Accepting.Welcome;
import org.foyal.people.Invitations.Answers;
import org.foyal.people.Invitations.Open;
import org.foyal.people.keys.FactorChoice;
import org.foyal.people.keys.FactorOffer;
import org.foyal.people.keys.SheetView;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.BeforeSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door of an invitation: a name, a password, a second factor, and the account is the
/// person's.
@Controller
@BeforeSignIn
@RequestMapping("/staff/invitation/{token}")
class InvitationPage {
  private static final int LONGEST = 1000;

  private final Invitations invitations;
  private final Pages pages;
  private final ShellSettings shell;

  InvitationPage(Invitations invitations, Pages pages, ShellSettings shell) {
    this.invitations = invitations;
    this.pages = pages;
    this.shell = shell;
  }

  /// What was typed.
  record Form(
      @Nullable String name,
      @Nullable String email,
      @Nullable String password,
      @Nullable String again,
      @Nullable String factor,
      @Nullable String code) {
    Answers answers() {
      return new Answers(cut(name), cut(email), cut(password), cut(again), choice());
    }

    FactorChoice choice() {
      return new FactorChoice(factor, code);
    }

    private static String cut(@Nullable String typed) {
      return typed == null || typed.length() > LONGEST ? "" : typed;
    }
  }

  /// What the page shows.
  ///
  /// @param first whether it founds the city's first administrator
  record View(
      boolean first, String email, String name, FactorOffer offer, Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView form(@PathVariable String token) {
    return invitations
        .find(token)
        .map(open -> page(open, new Form("", "", "", "", "", ""), Map.of()))
        .orElseGet(InvitationPage::gone);
  }

  @PostMapping
  ModelAndView accept(@PathVariable String token, Form form, HttpServletRequest request) {
    return switch (invitations.accept(token, form.answers(), request.getRemoteAddr())) {
      case Welcome(Account account, var sheet) when sheet.isEmpty() ->
          new ModelAndView("redirect:" + pages.of(request).href("/staff/sign-in?done=welcome"));
      case Welcome(Account account, var sheet) ->
          new ModelAndView("people/sheet")
              .addObject(
                  "view", new SheetView(account.name(), account.email(), sheet, "/staff/sign-in"));
      case Refused(Open open, Map<String, String> problems) -> page(open, form, problems);
      case Gone() -> gone();
    };
  }

  private ModelAndView page(Open open, Form form, Map<String, String> problems) {
    var answers = form.answers();
    var email = open.account().map(Account::email).orElse(answers.email());
    var name = problems.isEmpty() ? open.account().map(Account::name).orElse("") : answers.name();
    var offer =
        FactorOffer.of(
            open.offered(),
            shell.title(),
            email.isEmpty() ? "admin" : email,
            form.choice(),
            problems);
    return new ModelAndView(
            "people/invitation",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(open.account().isEmpty(), email, name, offer, problems));
  }

  private static ModelAndView gone() {
    return new ModelAndView("people/gone", HttpStatus.GONE);
  }
}
