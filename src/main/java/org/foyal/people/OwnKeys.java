package org.foyal.people;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.keys.FactorChoice;
import org.foyal.people.keys.FactorOffer;
import org.foyal.people.keys.Keyring;
import org.foyal.people.keys.Totp;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people change about their own keys, and the trace of it.
@Service
public class OwnKeys {
  private final AccountStore accounts;
  private final Keyring keys;
  private final PasswordRules rules;
  private final Trail trail;
  private final ShellSettings shell;
  private final Clock clock;

  OwnKeys(
      AccountStore accounts,
      Keyring keys,
      PasswordRules rules,
      Trail trail,
      ShellSettings shell,
      Clock clock) {
    this.accounts = accounts;
    this.keys = keys;
    this.rules = rules;
    this.trail = trail;
    this.shell = shell;
    this.clock = clock;
  }

  /// What is wrong with a new password, by field.
  @Transactional(readOnly = true)
  public Map<String, String> problems(UUID id, String password, String again) {
    var account = accounts.find(id).orElseThrow();
    return rules.problems(password, again, List.of(account.email(), account.name()));
  }

  /// Gives the person a new password; sessions opened with the old one end.
  @Transactional
  public void changePassword(SignedIn who, String password) {
    keys.setPassword(who.id(), password);
    trail.append(Actor.of(who).did("people.act.password-changed", email(who.id())));
  }

  /// What is wrong with the second factor that was chosen.
  public Optional<String> problem(FactorChoice choice, Totp offered) {
    return choice.problem(offered, clock.instant());
  }

  /// Gives the person a new second factor; answers the codes of the sheet, if that was chosen.
  @Transactional
  public List<String> changeFactor(SignedIn who, FactorChoice choice, Totp offered) {
    trail.append(Actor.of(who).did("people.act.second-factor-set", email(who.id())));
    return choice.apply(keys, who.id(), offered, clock.instant());
  }

  /// What a form shows to choose a second factor.
  @Transactional(readOnly = true)
  public FactorOffer offer(
      UUID id, Totp offered, FactorChoice choice, Map<String, String> problems) {
    return FactorOffer.of(offered, shell.title(), email(id), choice, problems);
  }

  /// The address of an account.
  @Transactional(readOnly = true)
  public String email(UUID id) {
    return accounts.find(id).orElseThrow().email();
  }
}
