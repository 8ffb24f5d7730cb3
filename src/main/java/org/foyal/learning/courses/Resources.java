package org.foyal.learning.courses;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The façade of rooms, trainers and equipment, whom the staff enters.
@Service
public class Resources {
  /// How long the name of a trainer who is out of use is kept after the last session.
  static final Duration KEPT = Duration.ofDays(365);

  /// Told once a trainer is out of use, or their account is another one or none.
  public record TrainerChanged(UUID trainer) {}

  private static final String FORGOTTEN = "–";

  private final ResourceStore store;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Resources(ResourceStore store, Trail trail, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
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

  /// Enters a room that is part of another one, for example a half of a hall. False: it is there,
  /// or that one is none of which a room of this place can be part.
  @Transactional
  public boolean add(Actor by, Resource made, UUID whole) {
    if (store.lock(whole).isEmpty() || !store.add(made)) {
      return false;
    }
    if (!store.join(made.id(), whole, clock.instant())) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return false;
    }
    return noted(by, made, true);
  }

  /// The rooms that are part of another one, each with that one.
  @Transactional(readOnly = true)
  public Map<UUID, UUID> parts() {
    return store.parts();
  }

  /// Changes one. False: somebody else did first, its account is another trainer's, or it is a room
  /// that would have fewer seats than a session that is planned in it, which [#crowding] names.
  @Transactional
  public boolean update(Actor by, Resource made) {
    var before = store.lock(made.id());
    boolean written =
        before.isPresent()
            && crowding(made).isEmpty()
            && noted(by, made, store.update(made, clock.instant()));
    if (written
        && made.kind() == Resource.Kind.TRAINER
        && !(made.active() && made.account().equals(before.get().account()))) {
      events.publishEvent(new TrainerChanged(made.id()));
    }
    return written;
  }

  /// The session to come that would no longer fit into a room as it is given, if there is one.
  @Transactional(readOnly = true)
  public Optional<Session> crowding(Resource room) {
    return room.seats().isEmpty()
        ? Optional.empty()
        : store
            .largest(room.id(), clock.instant())
            .filter(one -> one.seats() > room.seats().getAsInt());
  }

  /// Erases the names of trainers that are no longer kept.
  @Transactional
  void forget() {
    store.forget(clock.instant().minus(KEPT), FORGOTTEN);
  }

  private boolean noted(Actor by, Resource made, boolean written) {
    if (written) {
      trail.append(by.did("learning.courses.act.resource", made.kind() + " " + made.id()));
    }
    return written;
  }
}
