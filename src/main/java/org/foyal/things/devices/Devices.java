package org.foyal.things.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.database.AfterCommit;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.secrets.Secret;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of devices: who may write by itself, what, and how much.
///
/// A secret is drawn by lot with 128 bits, shown once and kept as its SHA-256, so that checking one
/// at each request costs next to nothing and reading the database opens nothing.
@Service
public class Devices {
  private static final int SECRET_bytes = 16;
  private static final int NAMES = 20;
  private static final Duration CLAIMED_WITHIN = Duration.ofDays(2);

  private final DeviceStore store;
  private final DeviceOpenings openings;
  private final DeviceQuotas quotas;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Devices(
      DeviceStore store,
      DeviceOpenings openings,
      DeviceQuotas quotas,
      Trail trail,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.openings = openings;
    this.quotas = quotas;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
  }

  /// A device as it is entered.
  ///
  /// @param id names it: the form that enters it, which may be sent twice
  /// @param name what the staff calls it
  /// @param example whether what it stores is a demonstration's invention
  public record Order(UUID id, String name, Rights rights, Device.Quota quota, boolean example) {}

  /// What can come of entering a device.
  public sealed interface Entered {
    /// It may write from now on.
    record Opened(Credentials credentials) implements Entered {}

    /// It waits for whoever has the code, until a moment.
    record Waits(String code, Instant until) implements Entered {}

    /// It was entered before: what it got can't be shown again.
    record Again() implements Entered {}

    /// There are no such things; nothing was entered.
    record NoThings(Set<Long> things) implements Entered {}
  }

  /// Enters a device and draws its credentials.
  @Transactional
  public Entered open(Actor by, Order order) {
    var secret = Secret.next(SECRET_bytes);
    return enter(by, order, Optional.of(secret));
  }

  /// Enters a device whose credentials somebody else fetches with a code, once.
  @Transactional
  public Entered prepare(Actor by, Order order) {
    return enter(by, order, Optional.empty());
  }

  private Entered enter(Actor by, Order order, Optional<String> secret) {
    if (store.find(order.id()).isPresent()) {
      return new Entered.Again();
    }
    if (order.rights() instanceof Rights.Some(var things)) {
      var known = store.known(things);
      if (!known.containsAll(things)) {
        return new Entered.NoThings(
            Set.copyOf(things.stream().filter(t -> !known.contains(t)).toList()));
      }
    }
    var username = add(order, secret);
    if (username.isEmpty()) {
      return new Entered.Again();
    }
    trail.append(by.did("things.devices.act.entered", order.name() + " " + username.get()));
    return secret
        .<Entered>map(one -> new Entered.Opened(new Credentials(username.get(), one)))
        .orElseGet(() -> waits(order.id()));
  }

  /// A username that is drawn twice is drawn again.
  private Optional<String> add(Order order, Optional<String> secret) {
    var digest = secret.map(Digest::ofSecret).orElse(null);
    var life =
        new Device.Life(clock.instant(), Optional.empty(), Optional.empty(), Optional.empty());
    for (int i = 0; i < NAMES; i++) {
      var made =
          new Device(
              order.id(),
              DeviceNames.username(),
              order.name(),
              order.rights(),
              order.quota(),
              order.example(),
              secret.isEmpty(),
              life,
              Optional.empty());
      if (store.add(made, digest)) {
        if (order.rights() instanceof Rights.Some(var things)) {
          store.letWrite(order.id(), things);
        }
        return Optional.of(made.username());
      }
      if (store.find(order.id()).isPresent()) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException("no username is left");
  }

  private Entered waits(UUID device) {
    var code = DeviceNames.code();
    var until = clock.instant().plus(CLAIMED_WITHIN);
    store.claim(device, Digest.ofSecret(code), until);
    return new Entered.Waits(code, until);
  }

  /// Exchanges a claim code for the credentials that it stands for, once.
  @Transactional
  public Optional<Credentials> claim(String typed) {
    var code = DeviceNames.read(typed);
    if (code.length() != DeviceNames.CODE_LENGTH) {
      return Optional.empty();
    }
    return store
        .use(Digest.ofSecret(code), clock.instant())
        .map(device -> {
          var secret = Secret.next(SECRET_bytes);
          store.open(device, Digest.ofSecret(secret));
          return new Credentials(store.find(device).orElseThrow().username(), secret);
        });
  }

  /// Draws a new secret for a device.
  ///
  /// Sessions that are open end, and begin again with a secret that opens.
  ///
  /// @param grace how long the secret before still opens
  @Transactional
  public Optional<Credentials> rotate(Actor by, UUID id, Duration grace) {
    var secret = Secret.next(SECRET_bytes);
    var now = clock.instant();
    if (!store.rotate(id, Digest.ofSecret(secret), now, now.plus(grace))) {
      return Optional.empty();
    }
    var device = store.find(id).orElseThrow();
    trail.append(by.did("things.devices.act.rotated", device.name() + " " + device.username()));
    shut(device.username());
    return Optional.of(new Credentials(device.username(), secret));
  }

  /// Makes a device's credentials open nothing any more, at once.
  @Transactional
  public boolean revoke(Actor by, UUID id) {
    boolean revoked = store.revoke(id, clock.instant());
    if (revoked) {
      var device = store.find(id).orElseThrow();
      trail.append(by.did("things.devices.act.revoked", device.name() + " " + device.username()));
      shut(device.username());
    }
    return revoked;
  }

  private void shut(String username) {
    AfterCommit.run(() -> {
      openings.forget(username);
      events.publishEvent(new DeviceShut(username));
    });
  }

  /// All devices, those that may still write first.
  @Transactional(readOnly = true)
  public List<Device> list() {
    return store.list();
  }

  /// One device.
  @Transactional(readOnly = true)
  public Optional<Device> find(UUID id) {
    return store.find(id);
  }

  /// Who shows these credentials; nobody when they open nothing.
  public Optional<Writer> find(String username, String secret) {
    return pass(username, secret).flatMap(this::writer);
  }

  /// What a session keeps of credentials that opened, to ask again whether they still do.
  public record Pass(String username, String digest) {
    /// Nobody writes a digest into a log by mistake.
    @Override
    public String toString() {
      return username;
    }
  }

  /// The credentials' pass; none when they open nothing.
  public Optional<Pass> pass(String username, String secret) {
    var pass = new Pass(username, Digest.ofSecret(secret).hex());
    return writer(pass).map(_ -> pass);
  }

  /// Who has this pass, as things stand now; nobody when it opens nothing any more.
  public Optional<Writer> writer(Pass pass) {
    var shown = new Digest(pass.digest());
    var now = clock.instant();
    return openings
        .of(pass.username())
        .filter(one -> one.opensWith(shown, now))
        .map(one -> {
          openings.heard(one.device(), now);
          var device = one.device();
          return new Writer(device.username(), device.example(), device.rights());
        });
  }

  /// The device that has a user name, while its credentials open anything.
  public Optional<UUID> findId(String username) {
    return openings.of(username).map(one -> one.device().id());
  }

  /// Counts observations that a device is about to write.
  public Spending spend(String username, int observations) {
    return openings
        .of(username)
        .map(one -> quotas.spend(one.device(), observations))
        .orElseGet(() -> new Spending.TooMany(0));
  }

  /// What can come of counting observations.
  public sealed interface Spending {
    /// They may be written.
    record Within() implements Spending {}

    /// The device has written as many as it may, for now.
    ///
    /// @param wait_s when as many may come again; 0: not that many at once, ever
    record TooMany(long wait_s) implements Spending {}
  }

  /// Forgets codes that nobody exchanged in time, and the devices that waited for them.
  @Transactional
  int forgetUnclaimed() {
    return store.forgetUnclaimed(clock.instant().minus(CLAIMED_WITHIN));
  }
}
