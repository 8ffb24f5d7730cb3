package org.foyal.requests;

import java.util.List;
import java.util.Optional;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what categories ask; administrators enter it.
@Service
public class Attributes {
  private final AttributeStore store;
  private final Trail trail;

  Attributes(AttributeStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  /// What a category asks, in its order, also what it asks no longer.
  @Transactional(readOnly = true)
  public List<Attribute> list(String category) {
    return store.list(category);
  }

  /// One of them.
  @Transactional(readOnly = true)
  public Optional<Attribute> find(String category, String code) {
    return store.find(category, code);
  }

  /// What can come of writing one.
  public enum Written {
    /// It is kept.
    KEPT,
    /// A new one has the code of another.
    CODE_TAKEN,
    /// Somebody else changed it first.
    OVERTAKEN,
    /// Its condition names no option of a question that stands before it.
    CONDITION,
    /// Another question hangs on what would be gone.
    NEEDED
  }

  /// Enters one; its category is there.
  @Transactional
  public Written add(Actor by, Attribute made) {
    return write(by, made, true);
  }

  /// Changes one.
  @Transactional
  public Written update(Actor by, Attribute made) {
    return write(by, made, false);
  }

  private Written write(Actor by, Attribute made, boolean fresh) {
    if (made.condition().isPresent() && !stands(made, made.condition().get())) {
      return Written.CONDITION;
    }
    if (!fresh && isNeeded(made)) {
      return Written.NEEDED;
    }
    boolean kept = fresh ? store.add(made) : store.update(made);
    if (!kept) {
      return fresh ? Written.CODE_TAKEN : Written.OVERTAKEN;
    }
    trail.append(by.did("requests.act.attribute", made.category() + " " + made.code()));
    return Written.KEPT;
  }

  /// Whether a question that is asked hangs on an option that this one no longer has, or on it
  /// while it is asked no longer or stands behind.
  private boolean isNeeded(Attribute made) {
    return store.list(made.category()).stream()
        .filter(Attribute::active)
        .anyMatch(other ->
            other
                .condition()
                .filter(condition -> condition.code().equals(made.code()))
                .filter(condition ->
                    !made.active()
                        || made.place() >= other.place()
                        || made.option(condition.option()).isEmpty())
                .isPresent());
  }

  private boolean stands(Attribute made, Attribute.Condition condition) {
    return store
        .find(made.category(), condition.code())
        .filter(other -> other.place() < made.place())
        .flatMap(other -> other.option(condition.option()))
        .isPresent();
  }
}
