package org.foyal.cases;

import java.util.List;
import java.util.Optional;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Plain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the departments that answer; administrators enter them.
@Service
public class Departments {
  private final DepartmentStore store;
  private final Trail trail;

  Departments(DepartmentStore store, Trail trail) {
    this.store = store;
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
