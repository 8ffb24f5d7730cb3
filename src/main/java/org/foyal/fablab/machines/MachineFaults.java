package org.foyal.fablab.machines;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.machines.Fault.Channel;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what is wrong with machines: anybody at one says it, without a name; the staff
/// look. Nobody but they takes a machine out of use: who reads an address from a wall could close
/// the lab.
@Service
public class MachineFaults {
  private static final int MOST_OPEN = 10;

  private final FaultStore store;
  private final MachineStore machines;
  private final Trail trail;
  private final Clock clock;

  MachineFaults(FaultStore store, MachineStore machines, Trail trail, Clock clock) {
    this.store = store;
    this.machines = machines;
    this.trail = trail;
    this.clock = clock;
  }

  /// What can come of saying that something is wrong.
  public enum Saying {
    /// The staff will look.
    NOTED,
    /// So much was said of that machine already that the staff look there first.
    ENOUGH,
    /// There is no such machine.
    UNKNOWN
  }

  /// Notes what somebody says is wrong with a machine.
  ///
  /// @param form names the form that was sent
  @Transactional
  public Saying say(UUID form, UUID machine, String words, boolean dangerous, Channel channel) {
    if (machines.lock(machine).isEmpty()) {
      return Saying.UNKNOWN;
    }
    if (store.find(form).isPresent()) {
      return Saying.NOTED;
    }
    if (channel == Channel.MACHINE && store.countOpen(machine) >= MOST_OPEN) {
      return Saying.ENOUGH;
    }
    store.add(
        new Fault(
            form,
            machine,
            clock.instant(),
            words,
            dangerous,
            channel,
            Fault.State.OPEN,
            Optional.empty(),
            Optional.empty(),
            false));
    return Saying.NOTED;
  }

  /// Those at which nobody has looked, the dangerous ones first.
  @Transactional(readOnly = true)
  public List<Fault> listOpen() {
    return store.open();
  }

  /// Says what became of one. False: somebody did before.
  @Transactional
  public boolean answer(Actor by, UUID fault, boolean mended, String words) {
    var state = mended ? Fault.State.MENDED : Fault.State.NOTHING;
    if (!store.answer(fault, state, words.isEmpty() ? null : words, clock.instant(), by.id())) {
      return false;
    }
    trail.append(by.did("fablab.machines.act.fault", fault + " " + state));
    return true;
  }
}
