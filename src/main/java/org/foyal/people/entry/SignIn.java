package org.foyal.people.entry;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.people.Account.Status;
import org.foyal.people.Accounts;
import org.foyal.people.keys.Keyring;
import org.foyal.people.keys.Throttle;
import org.foyal.people.keys.Throttle.Subject;
import org.springframework.stereotype.Service;

/// The two steps of signing in. Not one transaction: what was tried stays counted whatever comes
/// next.
@Service
class SignIn {
  private final Accounts accounts;
  private final Keyring keys;
  private final Throttle throttle;

  SignIn(Accounts accounts, Keyring keys, Throttle throttle) {
    this.accounts = accounts;
    this.keys = keys;
    this.throttle = throttle;
  }

  /// What can come of a step. The compiler makes every caller answer each case.
  sealed interface Step {
    /// It was right.
    record Passed(Account account) implements Step {}

    /// It was wrong; what was wrong is not said.
    record Wrong() implements Step {}

    /// It was not even looked at: too many were wrong before.
    record Wait(Duration due) implements Step {}
  }

  /// The first step. Unknown account, shut account and wrong password get the same answer in the
  /// same time.
  Step password(String email, String password, String from) {
    var sender = Subject.sender(from);
    var wait = throttle.count(sender).or(() -> throttle.count(Subject.account(email)));
    if (wait.isPresent()) {
      return new Step.Wait(wait.get());
    }
    var account = accounts.findByEmail(email).filter(a -> a.status() == Status.ACTIVE);
    if (!keys.opens(account.map(Account::id), password)) {
      return new Step.Wrong();
    }
    throttle.forget(Subject.account(email));
    throttle.takeBack(sender);
    return new Step.Passed(account.orElseThrow());
  }

  /// The second step: a code of the application or of the printed sheet.
  Step code(Account account, String code, String from) {
    var subject = Subject.secondStep(account.id());
    var wait = throttle.count(subject);
    if (wait.isPresent()) {
      return new Step.Wait(wait.get());
    }
    if (!keys.spend(account.id(), code)) {
      return new Step.Wrong();
    }
    throttle.forget(subject);
    accounts.signedIn(account, from);
    return new Step.Passed(account);
  }

  /// Asks somebody signed in for the password again, before a change that matters.
  Step again(UUID id, String password) {
    Optional<Account> account = accounts.find(id);
    if (account.isEmpty()) {
      return new Step.Wrong();
    }
    var subject = Subject.account(account.get().email());
    var wait = throttle.count(subject);
    if (wait.isPresent()) {
      return new Step.Wait(wait.get());
    }
    if (!keys.opens(Optional.of(id), password)) {
      return new Step.Wrong();
    }
    throttle.forget(subject);
    return new Step.Passed(account.get());
  }
}
