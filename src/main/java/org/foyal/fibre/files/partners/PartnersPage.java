package org.foyal.fibre.files.partners;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.post.Post;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to operators: which there are, whose programs have a key, and which
/// of the staff's accounts speaks for which.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/fibre/partners")
class PartnersPage {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_CONTACT = 254;

  private final Partners partners;
  private final Accounts accounts;
  private final Post post;

  PartnersPage(Partners partners, Accounts accounts, Post post) {
    this.partners = partners;
    this.accounts = accounts;
    this.post = post;
  }

  @Bean
  static Door fibrePartnersDoor() {
    return new Door(
        "/staff/fibre/partners", "fibre.partners.door", 75, Door.Audience.ADMINISTRATOR);
  }

  /// An account of an operator's, and for whom it speaks.
  record Speaker(Account account, Optional<String> operator) {}

  /// A program as typed.
  ///
  /// @param form names the form: sent again, it gives no second key
  record Typed(
      @Nullable String form,
      @Nullable String name,
      @Nullable String contact,
      @Nullable String operator) {
    static Typed nothing() {
      return new Typed(UUID.randomUUID().toString(), "", "", "");
    }
  }

  /// What the page shows.
  ///
  /// @param key the one that was just made, to be copied now or never
  record View(
      List<Operator> operators,
      List<Partner> programs,
      List<Speaker> speakers,
      Typed form,
      Map<String, String> problems,
      @Nullable String key,
      String said) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView list() {
    return page(Typed.nothing(), Map.of(), null, "");
  }

  private ModelAndView page(
      Typed form, Map<String, String> problems, @Nullable String key, String said) {
    var speaks = partners.listSpokespersons();
    var speakers =
        accounts.list().stream()
            .filter(account -> account.roles().contains(Role.OPERATOR))
            .map(account -> new Speaker(account, Optional.ofNullable(speaks.get(account.id()))))
            .toList();
    return new ModelAndView("fibre/files/partners/partners", Fields.status(problems))
        .addObject(
            "view",
            new View(
                partners.listOperators(), partners.list(), speakers, form, problems, key, said));
  }

  @PostMapping("/operators")
  ModelAndView operator(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String name,
      SignedIn who) {
    var fields = new Fields();
    var written = Plain.line(code).toUpperCase(Locale.ROOT);
    if (!written.matches("[A-Z0-9]{2,8}")) {
      fields.refuse("code", "fibre.partners.problem.code");
    }
    var called = fields.line("operator-name", name, LONGEST_NAME);
    if (called.isEmpty()) {
      fields.refuse("operator-name", "fibre.partners.problem.empty");
    }
    if (fields.good() && !partners.add(Actor.of(who), new Operator(written, called, false))) {
      fields.refuse("code", "fibre.partners.problem.known");
    }
    return page(
        Typed.nothing(),
        fields.problems(),
        null,
        fields.good() ? "fibre.partners.operator-added" : "");
  }

  /// The answer is the page itself: the key stands in no address.
  @PostMapping
  ModelAndView program(Typed form, SignedIn who, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var fields = new Fields();
    var name = fields.line("name", form.name(), LONGEST_NAME);
    if (name.isEmpty()) {
      fields.refuse("name", "fibre.partners.problem.empty");
    }
    var contact = post.address(fields.line("contact", form.contact(), LONGEST_CONTACT));
    if (contact.isEmpty()) {
      fields.refuse("contact", "fibre.partners.problem.email");
    }
    var operator =
        partners.listOperators().stream()
            .filter(one -> one.code().equals(form.operator()))
            .findFirst();
    if (operator.isEmpty()) {
      fields.refuse("operator", "fibre.partners.problem.operator");
    }
    if (!fields.good() || contact.isEmpty() || operator.isEmpty()) {
      return page(form, fields.problems(), null, "");
    }
    var key =
        partners.add(
            Actor.of(who),
            new Partners.Program(
                Plain.formName(form.form()),
                name,
                contact.get(),
                operator.get().code(),
                operator.get().example()));
    if (key.isEmpty()) {
      fields.refuse("form", "fibre.partners.again");
    }
    return page(Typed.nothing(), fields.problems(), key.orElse(null), "");
  }

  @PostMapping("/{id}/revoke")
  ModelAndView revoke(@PathVariable String id, SignedIn who) {
    partners.revoke(Actor.of(who), named(id));
    return page(Typed.nothing(), Map.of(), null, "fibre.partners.revoked");
  }

  @PostMapping("/speakers/{id}")
  ModelAndView speaker(
      @PathVariable String id, @RequestParam(defaultValue = "") String operator, SignedIn who) {
    var account =
        accounts
            .find(named(id))
            .filter(one -> one.roles().contains(Role.OPERATOR))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var known =
        partners.listOperators().stream()
            .map(Operator::code)
            .filter(code -> code.equals(operator))
            .findFirst();
    if (known.isEmpty() && !operator.isEmpty()) {
      return page(Typed.nothing(), Map.of("speaker", "fibre.partners.problem.operator"), null, "");
    }
    partners.letSpeak(Actor.of(who), account.id(), known);
    return page(Typed.nothing(), Map.of(), null, "fibre.partners.speaks");
  }

  private static UUID named(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException noName) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
