package org.foyal.fablab.machines;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foyal.fablab.machines.Machine.Condition;
import org.foyal.fablab.machines.Machine.State;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of what stands in the lab: kinds of machine, machines, spaces.
@Service
public class Machines {
  private final TypeStore types;
  private final MachineStore machines;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Machines(
      TypeStore types,
      MachineStore machines,
      Trail trail,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      Clock clock) {
    this.types = types;
    this.machines = machines;
    this.trail = trail;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// All kinds of machine by their French titles, those that are not used at the moment too.
  @Transactional(readOnly = true)
  public List<MachineType> listTypes() {
    return types.list();
  }

  /// All kinds of machine by their codes.
  @Transactional(readOnly = true)
  public Map<String, MachineType> typesByCode() {
    return types.list().stream()
        .collect(Collectors.toUnmodifiableMap(MachineType::code, Function.identity()));
  }

  /// The kind of machine of a code.
  @Transactional(readOnly = true)
  public Optional<MachineType> findType(String code) {
    return types.find(code);
  }

  /// Enters a kind of machine.
  public Written add(Actor by, MachineType made) {
    return unlessRefused(() -> {
      if (!types.add(made)) {
        return Written.TAKEN;
      }
      types.needs(made.code(), made.rules().needs());
      trail.append(by.did("fablab.machines.act.type", made.code()));
      return Written.DONE;
    });
  }

  /// Changes a kind of machine.
  public Written update(Actor by, MachineType made) {
    return unlessRefused(() -> {
      if (!types.update(made)) {
        return Written.OVERTAKEN;
      }
      types.needs(made.code(), made.rules().needs());
      trail.append(by.did("fablab.machines.act.type", made.code()));
      return Written.DONE;
    });
  }

  /// The database has the last word on what names nothing, and on what asks in a circle.
  private Written unlessRefused(Supplier<Written> work) {
    try {
      var came = transactions.execute(_ -> work.get());
      return came == null ? Written.OVERTAKEN : came;
    } catch (DataIntegrityViolationException refused) {
      return String.valueOf(refused.getMessage()).contains("circle")
          ? Written.CIRCLE
          : Written.UNKNOWN;
    }
  }

  /// All machines by kind and name, those that are no longer there too.
  @Transactional(readOnly = true)
  public List<Machine> list() {
    return machines.list();
  }

  /// The machines of a kind, but those that are no longer there.
  @Transactional(readOnly = true)
  public List<Machine> listOf(String type) {
    return machines.list().stream()
        .filter(one -> one.type().equals(type) && one.condition().state() != State.RETIRED)
        .toList();
  }

  /// A machine by its identifier.
  @Transactional(readOnly = true)
  public Optional<Machine> find(UUID id) {
    return machines.find(id);
  }

  /// The same, and holds it until the transaction at hand ends: nobody changes its state meanwhile.
  @Transactional
  public Optional<Machine> lock(UUID id) {
    return machines.lock(id);
  }

  /// Enters a machine; the same form twice enters one.
  public Written add(Actor by, Machine made) {
    return unlessRefused(() -> {
      var now = new Condition(State.AVAILABLE, Optional.empty(), clock.instant());
      var fresh =
          new Machine(
              made.id(),
              made.type(),
              made.space(),
              made.name(),
              now,
              made.wear(),
              made.example(),
              1);
      if (machines.add(fresh)) {
        machines.history(made.id(), now, null, by.id());
        trail.append(by.did("fablab.machines.act.machine", made.name()));
      }
      return Written.DONE;
    });
  }

  /// Changes what a machine is called, what kind it is of, where it stands, and its service.
  public Written update(Actor by, Machine made) {
    return unlessRefused(() -> {
      if (!machines.update(made)) {
        return Written.OVERTAKEN;
      }
      trail.append(by.did("fablab.machines.act.machine", made.name()));
      return Written.DONE;
    });
  }

  /// Says how a machine stands from now on; it is told to whoever holds bookings.
  @Transactional
  public Written state(Actor by, UUID machine, State state, Optional<String> words) {
    var before = machines.lock(machine);
    if (before.isEmpty()) {
      return Written.UNKNOWN;
    }
    var was = before.get().condition();
    if (was.state() == state && was.words().equals(words)) {
      return Written.DONE;
    }
    machines.state(machine, new Condition(state, words, clock.instant()), by.id());
    trail.append(
        by.did(
            "fablab.machines.act.state", before.get().name() + " " + was.state() + " → " + state));
    if ((state == State.AVAILABLE) != (was.state() == State.AVAILABLE)) {
      events.publishEvent(new MachineStateChanged(machine, state == State.AVAILABLE));
    }
    return Written.DONE;
  }

  /// Notes that a machine was serviced: what it was used is counted anew from now.
  @Transactional
  public Written serviced(Actor by, UUID machine) {
    var before = machines.lock(machine);
    if (before.isEmpty()) {
      return Written.UNKNOWN;
    }
    machines.serviced(before.get(), clock.instant(), by.id());
    trail.append(by.did("fablab.machines.act.serviced", before.get().name()));
    return Written.DONE;
  }

  /// Adds to what a machine was used.
  ///
  /// @throws IllegalArgumentException for less than nothing
  @Transactional
  public void used(UUID machine, long minutes) {
    if (minutes < 0) {
      throw new IllegalArgumentException("used for " + minutes + " minutes");
    }
    machines.used(machine, minutes);
  }

  /// What became of a machine.
  ///
  /// @param serviced whether it was serviced then
  public record Happened(Instant at, State state, Optional<String> words, boolean serviced) {}

  /// What became of a machine, the last first.
  @Transactional(readOnly = true)
  public List<Happened> history(UUID machine, int most) {
    return machines.history(machine, most);
  }

  /// The machines that are to be serviced, by hours of use.
  @Transactional(readOnly = true)
  public List<Machine> listServiceDue() {
    return machines.list().stream()
        .filter(one -> one.condition().state() != State.RETIRED && one.wear().serviceDue())
        .toList();
  }

  /// All spaces of the lab by their names, those that are not used at the moment too.
  @Transactional(readOnly = true)
  public List<Space> listSpaces() {
    return machines.listSpaces();
  }

  /// A space by its identifier.
  @Transactional(readOnly = true)
  public Optional<Space> findSpace(UUID id) {
    return machines.listSpaces().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// The spaces that can’t be somebody else’s while a space is taken: it, all that it is a part of,
  /// and all its parts.
  @Transactional(readOnly = true)
  public Set<UUID> blocking(UUID space) {
    return machines.blocking(space);
  }

  /// Enters a space; the same form twice enters one.
  public Written add(Actor by, Space made) {
    return unlessRefused(() -> {
      if (machines.add(made)) {
        trail.append(by.did("fablab.machines.act.space", made.name()));
      }
      return Written.DONE;
    });
  }

  /// Changes a space.
  public Written update(Actor by, Space made) {
    return unlessRefused(() -> {
      if (!machines.update(made)) {
        return Written.OVERTAKEN;
      }
      trail.append(by.did("fablab.machines.act.space", made.name()));
      return Written.DONE;
    });
  }
}
