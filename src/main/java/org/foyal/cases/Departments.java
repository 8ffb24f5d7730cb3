package org.foyal.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Plain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the departments that answer, which administrators enter, and of the agents who may
/// look after a case.
@Service
public class Departments {
  private final DepartmentStore store;
  private final Accounts accounts;
  private final Trail trail;

  Departments(DepartmentStore store, Accounts accounts, Trail trail) {
    this.store = store;
    this.accounts = accounts;
    this.trail = trail;
  }

  /// All of them, the active ones first.
  @Transactional(readOnly = true)
  public List<Department> list() {
    return store.list();
  }

  /// The department of a code.
  @Transactional(readOnly = true)
  public Optional<Department> find(String code) {
    return Plain.isCode(code) ? store.find(code) : Optional.empty();
  }

  /// Who may look after a case, by name: those who can sign in and answer.
  @Transactional(readOnly = true)
  public List<Account> agents() {
    return accounts.list().stream()
        .filter(Departments::answers)
        .sorted(Comparator.comparing(Account::name).thenComparing(Account::id))
        .toList();
  }

  /// One of them.
  @Transactional(readOnly = true)
  public Optional<Account> findAgent(UUID id) {
    return accounts.find(id).filter(Departments::answers);
  }

  /// One of them, by the number of the account as typed.
  @Transactional(readOnly = true)
  public Optional<Account> findAgent(String typed) {
    try {
      return findAgent(UUID.fromString(typed));
    } catch (IllegalArgumentException noNumber) {
      return Optional.empty();
    }
  }

  private static boolean answers(Account one) {
    return one.status() == Account.Status.ACTIVE
        && (one.roles().contains(Role.AGENT) || one.roles().contains(Role.ADMIN));
  }

  /// Enters one. False: its code is taken.
  @Transactional
  public boolean add(Actor by, Department made) {
    boolean added = store.add(made);
    if (added) {
      trail.append(by.did("cases.act.department", made.name()));
    }
    return added;
  }

  /// Changes one. False: somebody else did first.
  @Transactional
  public boolean update(Actor by, Department made) {
    boolean updated = store.update(made);
    if (updated) {
      trail.append(by.did("cases.act.department", made.name()));
    }
    return updated;
  }
}
