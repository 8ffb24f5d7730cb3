package org.foyal.learning.courses;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of rooms, trainers and equipment, whom the staff enters.
@Service
public class Resources {
  private final ResourceStore store;
  private final Trail trail;

  Resources(ResourceStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  /// All of them, by kind and name; those that are out of use too.
  @Transactional(readOnly = true)
  public List<Resource> list() {
    return store.list();
  }

  /// The resource of that identifier, if there is one.
  @Transactional(readOnly = true)
  public Optional<Resource> find(UUID id) {
    return store.find(id);
  }

  /// The trainer whose account it is, if it is one's.
  @Transactional(readOnly = true)
  public Optional<Resource> findTrainer(UUID account) {
    return store.findByAccount(account);
  }

  /// Enters one. False: it is there, or its account is another trainer's.
  @Transactional
  public boolean add(Actor by, Resource made) {
    return noted(by, made, store.add(made));
  }

  /// Changes one. False: somebody else did first, or its account is another trainer's.
  @Transactional
  public boolean update(Actor by, Resource made) {
    return noted(by, made, store.update(made));
  }

  private boolean noted(Actor by, Resource made, boolean written) {
    if (written) {
      trail.append(by.did("learning.courses.act.resource", made.kind() + " " + made.id()));
    }
    return written;
  }
}
