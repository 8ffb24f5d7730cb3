package org.foyal.fablab.booking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.codes.Codes;
import org.foyal.fablab.booking.Booking.Care;
import org.foyal.fablab.booking.Booking.Reason;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Machines;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of the lab’s days for the staff: who comes, who came, who is there to supervise, what
/// is closed; and for the program, what a level that lapses means for what is booked.
@Service
public class LabDays {
  private final BookingStore store;
  private final DutyStore duties;
  private final GroupStore groups;
  private final Line line;
  private final Around around;
  private final BookingSettings limits;
  private final TransactionTemplate nested;
  private final TransactionTemplate whole;

  /// What days need of their neighbours.
  @Component
  record Around(
      Machines machines,
      LabHours hours,
      Ladder ladder,
      BookingLetters letters,
      Codes codes,
      Trail trail,
      Weighing.Now now,
      ApplicationEventPublisher events) {}

  /// Who supervises, and which groups come.
  @Component("fablabRosters")
  record Rosters(DutyStore duties, GroupStore groups) {}

  LabDays(
      BookingStore store,
      Rosters rosters,
      Line line,
      Around around,
      BookingSettings limits,
      org.springframework.transaction.PlatformTransactionManager transactions) {
    this.store = store;
    this.duties = rosters.duties;
    this.groups = rosters.groups;
    this.line = line;
    this.around = around;
    this.limits = limits;
    this.whole = new TransactionTemplate(transactions);
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
  }

  /// Who comes in a while, the first first.
  @Transactional(readOnly = true)
  public List<Booking> within(Span span) {
    return store.within(span);
  }

  /// A group that takes a room, as it calls itself.
  public record Group(UUID id, String visitors, int people, State state, Span span) {}

  /// Which groups come in a while, and which were to come; the first first.
  @Transactional(readOnly = true)
  public List<Group> groups(Span span) {
    return groups.within(span);
  }

  /// Notes who came; corrected as often as it must be. Nobody is absent before they may still be on
  /// their way, and whoever is absent frees the machine.
  ///
  /// @return whether it was noted
  @Transactional
  public boolean note(Actor by, UUID id, State came) {
    var found = store.lock(id);
    var now = around.now().instant();
    if (found.isEmpty() || !List.of(State.PRESENT, State.LATE, State.NO_SHOW).contains(came)) {
      return false;
    }
    var one = found.get();
    boolean begun =
        !now.isBefore(one.span().from().minus(Duration.ofMinutes(limits.graceMinutes())));
    boolean missed =
        !now.isBefore(one.span().from().plus(Duration.ofMinutes(limits.graceMinutes())));
    boolean open =
        one.state() == State.CONFIRMED
            || List.of(State.PRESENT, State.LATE, State.NO_SHOW).contains(one.state());
    if (!open || !begun || (came == State.NO_SHOW && !missed)) {
      return false;
    }
    if (!noted(id, came)) {
      return false;
    }
    store.event(id, came.name(), one.span(), by.id(), now);
    if (came != State.NO_SHOW && one.state() == State.CONFIRMED) {
      around.machines().used(one.machine(), one.span().minutes());
      around.ladder().used(one.member(), one.type(), around.now().day(one.span().from()));
    }
    around.trail().append(by.did("fablab.booking.act.noted", one.reference().toString()));
    return true;
  }

  /// Whoever was noted as absent freed the machine: where somebody else has it since, the database
  /// says so.
  private boolean noted(UUID id, State came) {
    try {
      nested.executeWithoutResult(_ -> store.state(id, came, null, null, around.now().instant()));
      return true;
    } catch (DataIntegrityViolationException refused) {
      Refusal.of(refused);
      return false;
    }
  }

  /// Notes that somebody of the staff is there to supervise; the same form twice notes it once.
  ///
  /// @return false: they are on duty then already
  public boolean onDuty(Actor by, UUID form, UUID account, Span span, boolean example) {
    try {
      whole.executeWithoutResult(_ -> {
        duties.add(form, account, span, example);
        around
            .trail()
            .append(by.did("fablab.booking.act.duty", span.from() + " – " + span.until()));
      });
      return true;
    } catch (DataIntegrityViolationException twice) {
      return false;
    }
  }

  /// Who is there to supervise in a while.
  @Transactional(readOnly = true)
  public List<Duty> duties(Span span) {
    return duties.list(span);
  }

  /// Takes a duty back, unless somebody is looked after then.
  ///
  /// @return how many are, who keep it; nought: it was taken back
  @Transactional
  public int offDuty(Actor by, UUID duty) {
    int needed = duties.remove(duty);
    if (needed == 0) {
      around.trail().append(by.did("fablab.booking.act.duty-off", duty.toString()));
    }
    return needed;
  }

  /// Closes a machine for a while, or the whole lab for the day of its start: what is booked then
  /// is taken back, everybody is told who left an address, and comes first the next time they wait
  /// for such a machine. It is never an absence. A machine that stays out of use is also said to be
  /// so ([Machines#state]).
  ///
  /// @param machine nothing: all of them
  /// @param words why, in French, for whoever reads when the lab is open
  /// @return how many bookings were taken back, those of groups too
  @Transactional
  public int close(Actor by, Optional<UUID> machine, Span span, String words) {
    var why = machine.isEmpty() ? Reason.CLOSED : Reason.MACHINE;
    int closed = 0;
    for (var id : store.toClose(machine.orElse(null), span)) {
      closed += revoke(id, why, by.id()) ? 1 : 0;
    }
    if (machine.isEmpty()) {
      var gone = groups.close(span, around.now().instant());
      gone.forEach(id -> around.events().publishEvent(new Booking.Ended(id)));
      closed += gone.size();
      around.hours().close(by, around.now().day(span.from()), words, false);
    }
    around.trail().append(by.did("fablab.booking.act.closed", closed + " " + why));
    return closed;
  }

  private boolean revoke(UUID id, Reason why, @Nullable UUID by) {
    store.find(id).ifPresent(one -> store.holdMachine(one.machine()));
    var found = store.lock(id).filter(one -> one.state().coming());
    var now = around.now().instant();
    found.ifPresent(one -> {
      store.state(id, State.REVOKED, why, null, now);
      store.first(id);
      store.event(id, "REVOKED", one.span(), by, now);
      around.letters().revoked(one, code(one));
      around.events().publishEvent(new Booking.Ended(id));
    });
    return found.isPresent();
  }

  /// Looks again at what somebody has booked at a kind of machine, since they may do less there
  /// now: where staff are there and free, somebody looks after them; else they are told that they
  /// must have it renewed, and the machine does not start for them until they have.
  @Transactional
  public void lookAgain(UUID member, String type) {
    var kind = around.machines().findType(type);
    for (var id : store.toCome(member, type, around.now().instant())) {
      var one = store.lock(id).orElseThrow();
      if (store.stillAllowed(id)) {
        if (one.lapsed()) {
          store.lapsed(id, null);
        }
        continue;
      }
      boolean looked =
          kind.isPresent()
              && one.care() == Care.STAFFED
              && supervised(id, Weighing.attention(kind.get()));
      if (looked) {
        store.event(id, "SUPERVISED", one.span(), null, around.now().instant());
        around.letters().supervised(one, code(one));
      } else if (!one.lapsed()) {
        store.lapsed(id, around.now().instant());
        store.event(id, "LAPSED", one.span(), null, around.now().instant());
        around.letters().lapsed(one, code(one));
      }
    }
  }

  private boolean supervised(UUID id, double attention) {
    try {
      nested.executeWithoutResult(_ -> store.supervise(id, attention));
      return true;
    } catch (DataIntegrityViolationException refused) {
      Refusal.of(refused);
      return false;
    }
  }

  /// Looks again at whatever stands otherwise than the ladder says: what an event did not reach, as
  /// a process died, and what was renewed since.
  ///
  /// @return how many people and kinds of machine it was looked at for
  @Transactional
  public int lookAgain() {
    var those = store.standingOtherwise(around.now().instant());
    those.forEach(one -> lookAgain(one.member(), one.type()));
    return those.size();
  }

  /// Asks whoever booked a machine that many want, a day before, whether they come; once a booking,
  /// as a letter of one name is written once.
  ///
  /// @return how many are still to say so
  @Transactional
  public int askAgain() {
    var now = around.now().instant();
    var silent = store.toConfirm(now, now.plus(Duration.ofDays(1)));
    silent.forEach(one -> around.letters().again(one, code(one)));
    return silent.size();
  }

  /// Lets pass what time has ended: offers without answer go to the next, who waited in vain waits
  /// no longer, and why people stayed away is only counted.
  ///
  /// @return how many ended
  @Transactional
  public int pass() {
    var now = around.now().instant();
    var ended = store.ended(now);
    for (var id : ended) {
      store.find(id).ifPresent(one -> store.holdMachine(one.machine()));
      store
          .lock(id)
          .filter(one -> one.state() == State.OFFERED || one.state() == State.WAITING)
          .ifPresent(one -> {
            store.state(id, State.LAPSED, null, null, now);
            store.event(id, "LAPSED", one.span(), null, now);
            if (one.state() == State.OFFERED) {
              line.offer(one.machine(), one.span());
            }
          });
    }
    store.forgetReasons(now.minus(Duration.ofDays(1)));
    return ended.size();
  }

  private String code(Booking one) {
    return around.codes().of(Bookings.KIND, one.reference());
  }
}
