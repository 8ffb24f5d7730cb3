package org.foyal.people;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.foyal.people.Account.Status;
import org.foyal.people.Inviting.AlreadyThere;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.Inviting.Refused;
import org.foyal.people.keys.Keyring;
import org.foyal.people.keys.Throttle;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The room's public entrance: the accounts of the staff, and what administrators do to them. Every
/// act goes to the audit trail in its own transaction.
@Service
public class Accounts {
  private final AccountStore store;
  private final Links links;
  private final Keyring keys;
  private final Trail trail;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Accounts(
      AccountStore store,
      Links links,
      Keyring keys,
      Trail trail,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.links = links;
    this.keys = keys;
    this.trail = trail;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Somebody to invite, as typed.
  ///
  /// @param example whether the demonstration invents this person
  public record Newcomer(String email, String name, Set<Role> roles, boolean example) {}

  /// What can come of changing an account.
  public enum Change {
    /// It is so.
    DONE,
    /// There is no such account, or it is not in a state where this has a meaning.
    NO_SUCH_ACCOUNT,
    /// The city would be left without administrator; nothing was changed.
    LAST_ADMINISTRATOR
  }

  /// Opens an account, makes the link by which its person takes it, and writes the letter.
  ///
  /// @param language what letters to the person are written in
  @Transactional
  public Inviting invite(Actor by, Newcomer newcomer, Language language) {
    var email = EmailAddress.read(newcomer.email());
    var name = PersonName.read(newcomer.name());
    var problems = new LinkedHashMap<String, String>();
    if (email.isEmpty()) {
      problems.put("email", "people.problem.email");
    }
    if (name.isEmpty()) {
      problems.put("name", "people.problem.name");
    }
    if (newcomer.roles().isEmpty()) {
      problems.put("roles", "people.problem.roles");
    }
    if (email.isEmpty() || name.isEmpty() || !problems.isEmpty()) {
      return new Refused(problems);
    }
    var account =
        new Account(
            UUID.randomUUID(),
            email.get().value(),
            name.get().value(),
            Status.INVITED,
            Set.copyOf(newcomer.roles()),
            Optional.empty(),
            newcomer.example(),
            language,
            clock.instant(),
            Optional.empty());
    if (!store.add(account)) {
      return new AlreadyThere(store.findByEmail(account.email()).orElseThrow());
    }
    trail.append(by.did("people.act.invited", account.email() + " · " + codes(account.roles())));
    return links.invite(account);
  }

  /// Makes a new invitation for an account that still waits; the earlier link opens no more.
  @Transactional
  public Optional<Invited> inviteAgain(Actor by, UUID id) {
    return store
        .find(id)
        .filter(account -> account.status() == Status.INVITED)
        .map(account -> {
          trail.append(by.did("people.act.invited-again", account.email()));
          return links.invite(account);
        });
  }

  /// Makes a link to a new password for somebody who forgot theirs; the second step stays.
  @Transactional
  public Optional<Invited> newPasswordLink(Actor by, UUID id) {
    return store
        .find(id)
        .filter(account -> account.status() == Status.ACTIVE)
        .map(account -> {
          trail.append(by.did("people.act.password-link", account.email()));
          return links.newPassword(account, account.language());
        });
  }

  /// Gives an account exactly these roles, from the next click on.
  public Change setRoles(Actor by, UUID id, Set<Role> roles) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an account has a role");
    }
    return change(() -> {
      var account = store.find(id);
      account.ifPresent(a -> {
        store.setRoles(id, roles);
        trail.append(
            by.did(
                "people.act.roles", a.email() + " · " + codes(a.roles()) + " → " + codes(roles)));
      });
      return account.isPresent();
    });
  }

  /// Shuts an account: its sessions, links and sign-in end at once.
  public Change disable(Actor by, UUID id) {
    return change(() -> {
      boolean moved =
          store.move(id, Status.ACTIVE, Status.DISABLED)
              || store.move(id, Status.INVITED, Status.DISABLED);
      if (moved) {
        store.endSessions(id);
        links.shutAll(id);
        traced(by, id, "people.act.disabled");
      }
      return moved;
    });
  }

  /// Opens an account again, as it was.
  public Change enable(Actor by, UUID id) {
    return change(() -> {
      var to = store.hasPassword(id) ? Status.ACTIVE : Status.INVITED;
      boolean moved = store.move(id, Status.DISABLED, to);
      if (moved) {
        traced(by, id, "people.act.enabled");
      }
      return moved;
    });
  }

  /// Takes the second factor away from somebody who lost it; the next sign-in asks for a new one.
  public Change resetSecondFactor(Actor by, UUID id) {
    return change(() -> {
      boolean there = store.find(id).filter(a -> a.status() == Status.ACTIVE).isPresent();
      if (there) {
        keys.dropSecondFactor(id);
        store.endSessions(id);
        traced(by, id, "people.act.second-factor-reset");
      }
      return there;
    });
  }

  /// Lets somebody who was wrong too often try again now.
  public Change unlock(Actor by, UUID id) {
    return change(() -> {
      var account = store.find(id);
      account.ifPresent(a -> {
        keys.allowTries(id, a.email());
        traced(by, id, "people.act.unlocked");
      });
      return account.isPresent();
    });
  }

  private void traced(Actor by, UUID id, String what) {
    trail.append(by.did(what, store.find(id).map(Account::email).orElse(id.toString())));
  }

  private Change change(BooleanSupplier work) {
    try {
      var done = transactions.execute(_ -> work.getAsBoolean());
      return Boolean.TRUE.equals(done) ? Change.DONE : Change.NO_SUCH_ACCOUNT;
    } catch (DataIntegrityViolationException refused) {
      if (AccountStore.keepsAnAdministrator(refused)) {
        return Change.LAST_ADMINISTRATOR;
      }
      throw refused;
    }
  }

  private static String codes(Set<Role> roles) {
    return roles.stream().sorted().map(Role::code).collect(Collectors.joining(", "));
  }

  /// The account of that number.
  @Transactional(readOnly = true)
  public Optional<Account> find(UUID id) {
    return store.find(id);
  }

  /// The account of that address, however it was typed.
  @Transactional(readOnly = true)
  public Optional<Account> findByEmail(String email) {
    return EmailAddress.read(email).flatMap(address -> store.findByEmail(address.value()));
  }

  /// The account of a session, if it is active and the session's epoch is the account's.
  @Transactional(readOnly = true)
  public Optional<Account> findActive(UUID id, int epoch) {
    return store.findActive(id, epoch);
  }

  /// The epoch that a session opened now must carry; every change of keys begins another.
  @Transactional(readOnly = true)
  public int epoch(UUID id) {
    return store.epoch(id);
  }

  /// All accounts, those in use first.
  @Transactional(readOnly = true)
  public List<Account> list() {
    return store.list();
  }

  /// How an account stands with the throttle, at each of the two steps.
  public Map<String, Throttle.State> throttled(Account account) {
    return keys.tries(account.id(), account.email());
  }

  /// Notes that somebody has signed in.
  @Transactional
  public void signedIn(Account account, String from) {
    store.signedIn(account.id(), clock.instant());
    trail.append(Actor.of(account, from).did("people.act.signed-in", account.email()));
  }

  /// Notes that somebody has a new second factor.
  @Transactional
  public void secondFactorSet(Account account, String from) {
    trail.append(Actor.of(account, from).did("people.act.second-factor-set", account.email()));
  }

  /// Ends all sessions of an account, wherever they are.
  @Transactional
  public void signOutEverywhere(Actor by, UUID id) {
    store.endSessions(id);
    traced(by, id, "people.act.signed-out-everywhere");
  }

  /// Notes what a person did with her own account.
  @Transactional
  public void note(Actor by, String what) {
    trail.append(by.did(what, ""));
  }
}
