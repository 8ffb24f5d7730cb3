package org.foyal.learning.enrolment.twins;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of people who are down twice: who may be the same, and making one of two. It is not
/// undone, so that somebody asks the person first. Mandates are not touched.
@Service
class Twins {
  private final TwinStore store;
  private final Trail trail;
  private final TransactionTemplate once;

  Twins(TwinStore store, Trail trail, TransactionTemplate once) {
    this.store = store;
    this.trail = trail;
    this.once = once;
  }

  /// What became of joining.
  enum Joined {
    /// They are one person.
    DONE,
    /// Both have a place at the same time, which one person can't have: one is taken back first.
    CLASH,
    /// They are not two any more, or share nothing.
    GONE;

    String words() {
      return "learning.enrolment.twins." + name();
    }
  }

  /// Those at a session who may be down twice.
  @Transactional(readOnly = true)
  List<Twin> of(UUID session) {
    return store.of(session);
  }

  /// Makes one person of two who share something; the one at the session stays.
  Joined join(Actor by, UUID session, UUID kept, UUID other) {
    try {
      return Objects.requireNonNull(once.execute(_ -> joined(by, session, kept, other)));
    } catch (DataIntegrityViolationException clash) {
      return Joined.CLASH;
    }
  }

  private Joined joined(Actor by, UUID session, UUID kept, UUID other) {
    boolean twins =
        store.hold(kept, other)
            && store.of(session).stream()
                .anyMatch(one -> one.here().id().equals(kept) && one.other().id().equals(other));
    if (!twins) {
      return Joined.GONE;
    }
    store.join(kept, other);
    trail.append(by.did("learning.enrolment.act.joined", kept + " " + other));
    return Joined.DONE;
  }
}
