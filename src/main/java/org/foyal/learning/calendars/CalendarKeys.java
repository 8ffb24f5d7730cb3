package org.foyal.learning.calendars;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resources;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.secrets.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes and revokes the secret addresses of trainers' calendars. A secret is shown once; what is
/// kept is its SHA-256, which is enough for 256 bits of chance.
@Service
class CalendarKeys {
  /// The most that a trainer has at once.
  static final int MOST = 10;

  /// How long one that was shut is kept.
  static final Duration KEPT = Duration.ofDays(30);

  private static final int SECRET_octets = 32;

  private final CalendarKeyStore store;
  private final Resources resources;
  private final Accounts accounts;
  private final Trail trail;
  private final Clock clock;

  CalendarKeys(
      CalendarKeyStore store, Resources resources, Accounts accounts, Trail trail, Clock clock) {
    this.store = store;
    this.resources = resources;
    this.accounts = accounts;
    this.trail = trail;
    this.clock = clock;
  }

  /// The open ones of a trainer, the newest first.
  @Transactional(readOnly = true)
  List<CalendarKey> list(UUID trainer) {
    return store.list(trainer);
  }

  /// Makes one; answers its secret, which nobody sees again. Nothing: the trainer has enough.
  @Transactional
  Optional<String> add(Actor by, UUID trainer, String label) {
    if (store.list(trainer).size() >= MOST) {
      return Optional.empty();
    }
    var secret = Secret.next(SECRET_octets);
    var key = new CalendarKey(UUID.randomUUID(), trainer, label, clock.instant());
    store.add(key, Secret.hash(secret));
    trail.append(by.did("learning.calendars.act.made", trainer + " " + key.id()));
    return Optional.of(secret);
  }

  @Transactional(readOnly = true)
  Optional<CalendarKey> find(UUID id) {
    return store.find(id);
  }

  /// Shuts one for ever. False: it is shut already.
  @Transactional
  boolean revoke(Actor by, CalendarKey key) {
    boolean shut = store.revoke(key.id(), clock.instant());
    if (shut) {
      trail.append(by.did("learning.calendars.act.revoked", key.trainer() + " " + key.id()));
    }
    return shut;
  }

  /// The trainer whose calendar a secret opens, if it opens one: whoever is out of use, or whose
  /// account is shut, has none.
  @Transactional(readOnly = true)
  Optional<UUID> open(String secret) {
    return store
        .open(Secret.hash(secret))
        .flatMap(resources::find)
        .filter(trainer -> trainer.active() && welcome(trainer))
        .map(Resource::id);
  }

  private boolean welcome(Resource trainer) {
    return trainer.account().isEmpty()
        || trainer
            .account()
            .flatMap(accounts::find)
            .filter(account -> account.status() != Account.Status.DISABLED)
            .isPresent();
  }

  /// Shuts all of a trainer for ever.
  @Transactional
  void revokeAll(UUID trainer) {
    store.revokeAll(trainer, clock.instant());
  }

  /// Deletes those that were shut long ago, with what their people called them.
  @Transactional
  void forget() {
    store.forget(clock.instant().minus(KEPT));
  }
}
