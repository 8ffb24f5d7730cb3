package org.foyal.fablab.visits;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.foyal.fablab.machines.Machines;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of visits of groups.
@Service("fablabVisits")
public class Visits {
  private final VisitStore store;
  private final Machines machines;
  private final VisitLetters letters;
  private final Trail trail;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Visits(
      VisitStore store,
      Machines machines,
      VisitLetters letters,
      Trail trail,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.machines = machines;
    this.letters = letters;
    this.trail = trail;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What can come of noting one.
  public enum Noted {
    /// It is theirs.
    DONE,
    /// The room, a part of it or a machine in it is taken then.
    TAKEN,
    /// There are more people than seats.
    TOO_MANY,
    /// There is no such room, or it is over by then.
    UNKNOWN
  }

  /// Notes a visit; the same form twice notes one. The database refuses what is taken.
  public Noted add(Actor by, Visit made) {
    var space = machines.findSpace(made.space()).filter(one -> one.active());
    if (space.isEmpty() || !made.span().until().isAfter(clock.instant())) {
      return Noted.UNKNOWN;
    }
    if (made.people() > space.get().seats()) {
      return Noted.TOO_MANY;
    }
    try {
      transactions.executeWithoutResult(_ -> {
        if (store.add(made, Reference.next(random), by.id(), clock.instant())) {
          trail.append(by.did("fablab.visits.act.noted", made.visitors()));
          letters.noted(made);
        }
      });
      return Noted.DONE;
    } catch (DataIntegrityViolationException refused) {
      return String.valueOf(refused.getMessage()).contains("never_booked_twice")
          ? Noted.TAKEN
          : Noted.UNKNOWN;
    }
  }

  /// Takes a visit back; its room is free again.
  ///
  /// @return whether it was there
  public boolean revoke(Actor by, UUID id) {
    return Boolean.TRUE.equals(
        transactions.execute(_ -> {
          var found = store.find(id);
          found.ifPresent(one -> {
            store.revoke(id, clock.instant());
            letters.off(one);
            trail.append(by.did("fablab.visits.act.revoked", one.visitors()));
          });
          return found.isPresent();
        }));
  }

  /// Writes to a group whose visit the lab has taken back, if it is one and left an address.
  void tellOff(UUID id) {
    store.findAny(id).ifPresent(letters::off);
  }

  /// Whether somebody can be written to.
  boolean reaches(String address) {
    return letters.reaches(address);
  }

  /// Forgets the addresses of groups, the day after they were there.
  @Transactional
  public void forget() {
    store.forget(clock.instant().minus(Duration.ofDays(1)));
  }

  /// Those that are still to come or under way.
  public List<Visit> list(int most) {
    return store.coming(clock.instant(), most);
  }
}
