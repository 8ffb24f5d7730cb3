package org.foyal.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.people.Account.Status;
import org.foyal.people.LinkStore.Kind;
import org.foyal.people.keys.Keyring;
import org.foyal.people.keys.Throttle;
import org.foyal.people.keys.Throttle.Subject;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// New passwords for people who forgot theirs, by a link that opens once. The second step stays as
/// it was.
@Service
public class NewPasswords {
  private final Links links;
  private final AccountStore accounts;
  private final Keyring keys;
  private final PasswordRules rules;
  private final Throttle throttle;
  private final Trail trail;

  NewPasswords(
      Links links,
      AccountStore accounts,
      Keyring keys,
      PasswordRules rules,
      Throttle throttle,
      Trail trail) {
    this.links = links;
    this.accounts = accounts;
    this.keys = keys;
    this.rules = rules;
    this.throttle = throttle;
    this.trail = trail;
  }

  /// What can come of choosing. The compiler makes every caller answer each case.
  public sealed interface Choosing {
    /// It is so, and all sessions are ended.
    record Done() implements Choosing {}

    /// It can't be this one; the link stays open.
    record Refused(Account account, Map<String, String> problems) implements Choosing {}

    /// The link opens no more.
    record Gone() implements Choosing {}
  }

  /// Sends a link to an address, if it has an account. Never while a page waits: how long it takes
  /// would tell.
  @Transactional
  public void send(String email, String from, Language language) {
    var account =
        EmailAddress.read(email)
            .flatMap(address -> accounts.findByEmail(address.value()))
            .filter(a -> a.status() == Status.ACTIVE);
    account.ifPresent(a -> {
      links.newPassword(a, language);
      trail.append(Actor.of(a, from).did("people.act.password-asked", a.email()));
    });
  }

  /// The account that a link is for, while it is open.
  @Transactional(readOnly = true)
  public Optional<Account> find(String token) {
    return links
        .find(token)
        .filter(link -> link.kind() == Kind.PASSWORD)
        .flatMap(link -> Optional.ofNullable(link.account()))
        .flatMap(accounts::find)
        .filter(account -> account.status() == Status.ACTIVE);
  }

  /// Chooses a new password and ends all sessions.
  @Transactional
  public Choosing choose(String token, String password, String again, String from) {
    var found = find(token);
    if (found.isEmpty()) {
      return new Choosing.Gone();
    }
    var account = found.get();
    var problems = rules.problems(password, again, List.of(account.email(), account.name()));
    if (!problems.isEmpty()) {
      return new Choosing.Refused(account, problems);
    }
    if (!links.use(token)) {
      return new Choosing.Gone();
    }
    keys.setPassword(account.id(), password);
    accounts.endSessions(account.id());
    throttle.forget(Subject.account(account.email()));
    trail.append(Actor.of(account, from).did("people.act.password-by-link", account.email()));
    return new Choosing.Done();
  }
}
