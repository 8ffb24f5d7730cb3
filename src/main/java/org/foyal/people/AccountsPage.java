package org.foyal.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.people.Inviting.AlreadyThere;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.Inviting.Refused;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The administrator's web door to the accounts: the list, and inviting somebody.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/accounts")
class AccountsPage {
  private static final int LONGEST = 1000;

  private final Accounts accounts;
  private final Pages pages;

  AccountsPage(Accounts accounts, Pages pages) {
    this.accounts = accounts;
    this.pages = pages;
  }

  /// The invitation as typed.
  record Form(
      @Nullable String email,
      @Nullable String name,
      @Nullable List<String> roles,
      @Nullable String language) {
    /// Fields cut to what can be shown again; a name of ten thousand letters is none.
    String emailShown() {
      return cut(email);
    }

    String nameShown() {
      return cut(name);
    }

    Set<Role> chosen() {
      return AccountsPage.chosen(roles);
    }

    /// The language of the letter; the page's own before anything was chosen.
    Language languageOr(Language other) {
      return language == null ? other : Language.find(language).orElse(other);
    }

    private static String cut(@Nullable String typed) {
      return typed == null || typed.length() > LONGEST ? "" : typed;
    }
  }

  /// What the form shows.
  record View(Form form, Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  /// The roles that were ticked; what is no role is passed over.
  static Set<Role> chosen(@Nullable List<String> codes) {
    var roles = EnumSet.noneOf(Role.class);
    if (codes != null) {
      codes.forEach(code -> Role.find(code).ifPresent(roles::add));
    }
    return roles;
  }

  @GetMapping
  ModelAndView list() {
    return new ModelAndView("people/accounts").addObject("accounts", accounts.list());
  }

  @GetMapping("/new")
  ModelAndView form() {
    return page(new View(new Form("", "", List.of(), null), Map.of()));
  }

  @PostMapping("/new")
  ModelAndView invite(Form form, SignedIn who, HttpServletRequest request) {
    var newcomer = new Accounts.Newcomer(form.emailShown(), form.nameShown(), form.chosen(), false);
    return switch (accounts.invite(
        Actor.of(who), newcomer, form.languageOr(pages.of(request).language()))) {
      case Invited made -> LinkView.page(made, "people.link.invitation");
      case AlreadyThere(Account _) ->
          page(new View(form, Map.of("email", "people.problem.email-taken")));
      case Refused(Map<String, String> problems) -> page(new View(form, problems));
    };
  }

  private static ModelAndView page(View view) {
    return new ModelAndView(
            "people/invite",
            view.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}
