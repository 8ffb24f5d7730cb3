package org.foyal.fibre.asking.following;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fibre.asking.Asked;
import org.foyal.fibre.asking.MyFibre;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of who is to be called: they have a telephone and no e-mail.
@Service
class FibreCalls {
  private static final Duration KEPT_AFTER = Duration.ofDays(30);
  private static final Duration KEPT_WAITING = Duration.ofDays(3 * 365);
  private static final int SHOWN = 200;

  private final MyFibre fibre;
  private final FibreFollowing following;
  private final FollowedStore store;
  private final Trail trail;
  private final Clock clock;

  FibreCalls(
      MyFibre fibre, FibreFollowing following, FollowedStore store, Trail trail, Clock clock) {
    this.fibre = fibre;
    this.following = following;
    this.store = store;
    this.trail = trail;
    this.clock = clock;
  }

  /// What can come of noting somebody.
  enum Noting {
    /// They are on the list, perhaps they were already.
    NOTED,
    /// One can order there already.
    ORDERABLE,
    /// The address is not one.
    NOWHERE
  }

  /// Whoever is noted.
  record Person(UUID form, String name, String phone) {}

  /// Notes somebody.
  @Transactional
  Noting note(Actor by, Asked asked, Person person, Language language) {
    var place = fibre.find(asked);
    var followed = following.followed(place, language);
    if (followed.isEmpty()) {
      return Noting.NOWHERE;
    }
    if (FibreFollowing.orderable(place)) {
      return Noting.ORDERABLE;
    }
    store.add(followed.get());
    var call =
        new Call(
            person.form(),
            followed.get().topic(),
            followed.get().label(),
            person.name(),
            person.phone(),
            clock.instant(),
            Optional.ofNullable(by.id()),
            followed.get().example());
    if (store.add(call)) {
      trail.append(by.did("fibre.asking.act.noted", call.label()));
    }
    return Noting.NOTED;
  }

  /// Whom to call now.
  @Transactional(readOnly = true)
  List<Call> toCall() {
    return store.toCall(SHOWN);
  }

  /// Who waits.
  @Transactional(readOnly = true)
  List<Call> waiting() {
    return store.waiting(SHOWN);
  }

  /// Notes that somebody was called.
  @Transactional
  boolean called(Actor by, UUID id) {
    var call = store.find(id);
    boolean done = store.called(id, clock.instant());
    if (done) {
      trail.append(by.did("fibre.asking.act.called", call.map(Call::label).orElse("")));
    }
    return done;
  }

  /// Takes somebody off the list who does not want to be called.
  @Transactional
  boolean takeOff(Actor by, UUID id) {
    var call = store.find(id);
    boolean done = store.removeCall(id);
    if (done) {
      trail.append(by.did("fibre.asking.act.taken-off", call.map(Call::label).orElse("")));
    }
    return done;
  }

  /// Forgets who was called a month ago, and who has waited for three years.
  @Transactional
  void forget() {
    var now = clock.instant();
    store.forget(now.minus(KEPT_AFTER), now.minus(KEPT_WAITING));
  }
}
