package org.foyal.people.keys;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.foyal.people.keys.Throttle.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The keys of each account: its password, its second factor; every change of them ends the
/// sessions that were opened with the old ones.
@Component
public class Keyring {
  private final KeyringStore store;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Seal seal;
  private final Clock clock;

  Keyring(KeyringStore store, Passwords passwords, Throttle throttle, Seal seal, Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.throttle = throttle;
    this.seal = seal;
    this.clock = clock;
  }

  /// Whether this password opens an account. Takes the same time when there is no such account, or
  /// it may not be opened.
  public boolean opens(Optional<UUID> account, String password) {
    var hash = account.flatMap(store::findHash);
    return hash.isPresent()
        ? passwords.matches(password, hash.get())
        : passwords.matchesNobody(password);
  }

  /// Gives an account a password.
  @Transactional
  public void setPassword(UUID account, String password) {
    store.setPassword(account, passwords.hash(password), clock.instant());
  }

  /// Makes the second step ask for the codes of an application; the one that proved it is spent.
  @Transactional
  public void useApplication(UUID account, Totp totp, long lastStep) {
    store.setTotp(account, seal.close(Seal.account(account), totp.bytes()), lastStep);
  }

  /// Makes the second step ask for the codes of a new sheet, which is shown this once; the old
  /// sheet is worth nothing.
  @Transactional
  public List<String> useSheet(UUID account) {
    var sheet = OneTime.sheet();
    store.setCodes(account, sheet.stream().map(code -> OneTime.hash(account, code)).toList());
    return sheet;
  }

  /// Leaves an account without second factor; the next sign-in asks for a new one.
  @Transactional
  public void dropSecondFactor(UUID account) {
    store.dropSecondFactor(account);
  }

  /// Spends a code of the second step, whichever kind the account has. Of two with the same code at
  /// the same time one succeeds.
  @Transactional
  public boolean spend(UUID account, String typed) {
    var totp = store.findTotp(account);
    if (totp.isEmpty()) {
      return store.spendCode(account, OneTime.hash(account, typed), clock.instant());
    }
    var secret = seal.open(Seal.account(account), totp.get());
    if (secret.isEmpty()) {
      return false;
    }
    OptionalLong step = new Totp(secret.get()).stepOf(typed.replaceAll("\\s", ""), clock.instant());
    return step.isPresent() && store.spendStep(account, step.getAsLong());
  }

  /// How many codes are left on the account's sheet.
  @Transactional(readOnly = true)
  public int codesLeft(UUID account) {
    return store.codesLeft(account);
  }

  /// How often an account was wrong of late: `password` for the first step, `code` for the second.
  @Transactional(readOnly = true)
  public Map<String, Throttle.State> tries(UUID account, String email) {
    var tries = new LinkedHashMap<String, Throttle.State>();
    throttle.find(Subject.account(email)).ifPresent(state -> tries.put("password", state));
    throttle.find(Subject.secondStep(account)).ifPresent(state -> tries.put("code", state));
    return tries;
  }

  /// Lets somebody who was wrong too often try again now.
  public void allowTries(UUID account, String email) {
    throttle.forget(Subject.account(email));
    throttle.forget(Subject.secondStep(account));
  }
}
