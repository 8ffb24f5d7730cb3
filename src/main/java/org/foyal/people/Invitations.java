package org.foyal.people;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.people.Account.Status;
import org.foyal.people.LinkStore.Link;
import org.foyal.people.keys.FactorChoice;
import org.foyal.people.keys.Keyring;
import org.foyal.people.keys.Totp;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Invitations: how somebody takes the account that waits, or becomes the city's first
/// administrator.
@Service
class Invitations {
  private final Links links;
  private final AccountStore accounts;
  private final Keyring keys;
  private final PasswordRules rules;
  private final Trail trail;
  private final Clock clock;

  Invitations(
      Links links,
      AccountStore accounts,
      Keyring keys,
      PasswordRules rules,
      Trail trail,
      Clock clock) {
    this.links = links;
    this.accounts = accounts;
    this.keys = keys;
    this.rules = rules;
    this.trail = trail;
    this.clock = clock;
  }

  /// An invitation that is still open.
  ///
  /// @param account the account that waits; none for the city's first administrator
  /// @param offered the secret that an application may share from now on
  public record Open(Optional<Account> account, Totp offered, Instant until) {
    /// What a password must not be made of.
    List<String> ownWords(String name, String email) {
      return account.map(a -> List.of(a.email(), a.name(), name)).orElse(List.of(name, email));
    }
  }

  /// What the person answers.
  public record Answers(
      String name, String email, String password, String again, FactorChoice factor) {}

  /// What can come of accepting. The compiler makes every caller answer each case.
  public sealed interface Accepting {
    /// The account is the person's.
    ///
    /// @param sheet the printed codes, shown this once; empty with an application
    record Welcome(Account account, List<String> sheet) implements Accepting {}

    /// Something can't be as it was typed; the link stays open.
    record Refused(Open invitation, Map<String, String> problems) implements Accepting {}

    /// The link was used, is too old, was replaced or never was.
    record Gone() implements Accepting {}
  }

  /// A new link for the city's first administrator, if it has none; earlier ones open no more.
  @Transactional
  Optional<String> firstAdministrator() {
    if (accounts.hasAdministrator()) {
      links.shutFirstAdministrators();
      return Optional.empty();
    }
    return Optional.of(links.firstAdministrator());
  }

  /// The invitation of a link, while it is open.
  @Transactional(readOnly = true)
  public Optional<Open> find(String token) {
    return links.find(token).flatMap(this::open);
  }

  private Optional<Open> open(Link link) {
    return switch (link.kind()) {
      case INVITATION ->
          account(link)
              .filter(account -> account.status() == Status.INVITED)
              .map(account -> new Open(Optional.of(account), link.offered(), link.expiresAt()));
      case FIRST_ADMINISTRATOR ->
          accounts.hasAdministrator()
              ? Optional.empty()
              : Optional.of(new Open(Optional.empty(), link.offered(), link.expiresAt()));
      case PASSWORD -> Optional.empty();
    };
  }

  private Optional<Account> account(Link link) {
    var id = link.account();
    return id == null ? Optional.empty() : accounts.find(id);
  }

  /// Takes an account: name, password, second factor. Of two with the same link one succeeds.
  @Transactional
  public Accepting accept(String token, Answers answers, String from) {
    var found = find(token);
    if (found.isEmpty()) {
      return new Accepting.Gone();
    }
    var invitation = found.get();
    var problems = problems(invitation, answers);
    if (!problems.isEmpty()) {
      return new Accepting.Refused(invitation, problems);
    }
    if (!links.use(token)) {
      return new Accepting.Gone();
    }
    return take(invitation, answers, from).orElseGet(Invitations::undone);
  }

  private static Accepting undone() {
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return new Accepting.Gone();
  }

  private Optional<Accepting> take(Open invitation, Answers answers, String from) {
    var name = PersonName.read(answers.name()).orElseThrow().value();
    var taken = invitation.account().or(() -> found(answers, name));
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    var id = taken.get().id();
    keys.setPassword(id, answers.password());
    var sheet = answers.factor().apply(keys, id, invitation.offered(), clock.instant());
    if (!accounts.take(id, name)) {
      return Optional.empty();
    }
    var account = accounts.find(id).orElseThrow();
    trail.append(Actor.of(account, from).did("people.act.accepted", account.email()));
    return Optional.of(new Accepting.Welcome(account, sheet));
  }

  /// The city's first administrator; nobody if another one came first.
  private Optional<Account> found(Answers answers, String name) {
    accounts.oneFounderAtATime();
    var account =
        new Account(
            UUID.randomUUID(),
            EmailAddress.read(answers.email()).orElseThrow().value(),
            name,
            Status.INVITED,
            Set.of(Role.ADMIN),
            Optional.empty(),
            false,
            Language.FR,
            clock.instant(),
            Optional.empty());
    return accounts.hasAdministrator() || !accounts.add(account)
        ? Optional.empty()
        : Optional.of(account);
  }

  private Map<String, String> problems(Open invitation, Answers answers) {
    var problems = new LinkedHashMap<String, String>();
    if (PersonName.read(answers.name()).isEmpty()) {
      problems.put("name", "people.problem.name");
    }
    if (invitation.account().isEmpty()) {
      var email = EmailAddress.read(answers.email());
      if (email.isEmpty()) {
        problems.put("email", "people.problem.email");
      } else if (accounts.findByEmail(email.get().value()).isPresent()) {
        problems.put("email", "people.problem.email-taken");
      }
    }
    problems.putAll(
        rules.problems(
            answers.password(),
            answers.again(),
            invitation.ownWords(answers.name(), answers.email())));
    answers
        .factor()
        .problem(invitation.offered(), clock.instant())
        .ifPresent(key -> problems.put(answers.factor().app() ? "code" : "factor", key));
    return problems;
  }
}
