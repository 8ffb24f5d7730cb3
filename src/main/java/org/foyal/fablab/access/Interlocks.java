package org.foyal.fablab.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.Machines;
import org.foyal.people.Actor;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Device.Quota;
import org.foyal.things.devices.Devices;
import org.foyal.things.model.Rights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of interlocks: each lets one machine run. Its credentials are those of a device of
/// `things` that may write nowhere, so that they are rotated and revoked where all others are.
@Service("labInterlocks")
public class Interlocks {
  /// Far more than a machine says in a day, so many at once, too.
  private static final int A_DAY = 20_000;

  private static final int AT_ONCE = 200;

  private final KeyStore store;
  private final Machines machines;
  private final Devices devices;
  private final Clock clock;

  Interlocks(KeyStore store, Machines machines, Devices devices, Clock clock) {
    this.store = store;
    this.machines = machines;
    this.devices = devices;
    this.clock = clock;
  }

  /// Sets an interlock up at a machine.
  ///
  /// @param form the same one sets up once
  /// @return its credentials, shown this once; nothing where the machine has one or is not there
  @Transactional
  public Optional<Credentials> open(Actor by, UUID form, UUID machine) {
    var there =
        machines.find(machine).filter(one -> one.condition().state() != Machine.State.RETIRED);
    if (there.isEmpty() || devices.find(form).isPresent()) {
      return Optional.empty(); // of a form that came before, or that names a device of others
    }
    var order =
        new Devices.Order(
            form,
            there.get().name(),
            new Rights.Some(Set.of()),
            new Quota(A_DAY, AT_ONCE),
            there.get().example());
    if (!store.add(form, machine, there.get().example())) {
      return Optional.empty();
    }
    return devices.open(by, order) instanceof Devices.Entered.Opened(var shown)
        ? Optional.of(shown)
        : Optional.empty();
  }

  /// Takes an interlock away: its credentials open nothing any more.
  @Transactional
  public boolean end(Actor by, UUID device) {
    boolean ended = store.end(device, clock.instant());
    if (ended) {
      devices.revoke(by, device);
    }
    return ended;
  }

  /// Counts one thing that an interlock says: a stolen key fills no disk.
  Devices.Spending spend(Interlock interlock) {
    return devices
        .find(interlock.device())
        .map(device -> devices.spend(device.username(), 1))
        .orElseGet(() -> new Devices.Spending.TooMany(0));
  }

  /// All that are set up.
  @Transactional(readOnly = true)
  public List<Interlock> list() {
    return store.list();
  }

  /// The interlock that has these credentials' user name.
  @Transactional(readOnly = true)
  public Optional<Interlock> find(String username) {
    return devices.findId(username).flatMap(store::find);
  }
}
