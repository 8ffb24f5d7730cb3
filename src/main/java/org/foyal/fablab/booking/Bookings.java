package org.foyal.fablab.booking;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.codes.Codes;
import org.foyal.fablab.booking.Booking.Reason;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.foyal.fablab.booking.Weighing.Weighed;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.learning.enrolment.Learners;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of bookings for whoever comes: a machine for a while, changed, given back, waited
/// for. What the rules allow is weighed first; whether it is free the database says, however many
/// ask at once.
@Service
public class Bookings {
  static final String KIND = "fablab-booking";

  private final BookingStore store;
  private final Weighing weighing;
  private final Around around;
  private final Free free;
  private final Line line;
  private final TransactionTemplate transactions;
  private final SecureRandom random = new SecureRandom();

  /// What bookings need of their neighbours.
  @Component
  record Around(
      Machines machines,
      Members members,
      Learners learners,
      Codes codes,
      BookingLetters letters,
      ApplicationEventPublisher events) {}

  Bookings(
      BookingStore store,
      Weighing weighing,
      Around around,
      Free free,
      Line line,
      TransactionTemplate transactions) {
    this.store = store;
    this.weighing = weighing;
    this.around = around;
    this.free = free;
    this.line = line;
    this.transactions = transactions;
  }

  private record At(Machine machine, MachineType type) {}

  /// Books a machine, or waits for it; the same form twice books once.
  public Booked book(Asked asked) {
    try {
      return told(transactions.execute(_ -> tried(asked)));
    } catch (DataIntegrityViolationException refused) {
      return why(refused, asked);
    }
  }

  private static Booked told(@org.jspecify.annotations.Nullable Booked booked) {
    return booked == null ? new Booked.Unknown() : booked;
  }

  private Booked tried(Asked asked) {
    var before = store.find(asked.form());
    if (before.isPresent()) {
      return sentBefore(asked);
    }
    var at = at(asked.machine());
    if (at.isEmpty() || around.members().find(asked.member()).isEmpty()) {
      return new Booked.Unknown();
    }
    store.hold(asked.member());
    store.holdMachine(asked.machine());
    return switch (weighing.weigh(
        asked.member(),
        at.get().machine(),
        at.get().type(),
        asked.span(),
        asked.by().isPresent(),
        Optional.empty())) {
      case Weighed.No(var why) -> why;
      case Weighed.Yes yes -> {
        if (inSession(asked.member(), asked.span())) {
          yield new Booked.ElsewhereThen();
        }
        var made = made(asked, at.get(), yes, State.CONFIRMED);
        var now = weighing.now().instant();
        store.add(made, yes.hold(), asked, now);
        store.event(made.id(), "BOOKED", made.span(), asked.by().orElse(null), now);
        around.members().seen(made.member());
        around.letters().booked(made, code(made));
        yield new Booked.Confirmed(made, code(made));
      }
    };
  }

  private Booking made(Asked asked, At at, Weighed.Yes yes, State state) {
    return new Booking(
        asked.form(),
        Reference.next(random),
        asked.member(),
        asked.machine(),
        at.type().code(),
        asked.span(),
        state,
        yes.care(),
        Optional.empty(),
        false,
        yes.hold().scarce(),
        0,
        asked.example());
  }

  private Optional<At> at(UUID machine) {
    return around
        .machines()
        .find(machine)
        .flatMap(one -> around.machines().findType(one.type()).map(type -> new At(one, type)));
  }

  private boolean inSession(UUID member, Span span) {
    return around.learners().inSession(member, span.from(), span.until());
  }

  /// What the database has refused, in our words; whoever wants to waits then.
  private Booked why(DataIntegrityViolationException refused, Asked asked) {
    return switch (Refusal.of(refused)) {
      case TAKEN ->
          asked.orWait()
              ? told(transactions.execute(_ -> waits(asked)))
              : new Booked.Taken(free.next(asked.machine(), asked.span()));
      case ELSEWHERE -> new Booked.ElsewhereThen();
      case NOT_ALLOWED -> new Booked.NotAllowed(List.of());
      case NOBODY_SUPERVISES -> new Booked.NobodySupervises();
      case SENT_BEFORE -> sentBefore(asked);
    };
  }

  /// What the same form has booked; a form that somebody else has sent opens nothing of theirs.
  private Booked sentBefore(Asked asked) {
    return store
        .find(asked.form())
        .filter(one -> one.member().equals(asked.member()))
        .<Booked>map(one -> new Booked.SentBefore(one, code(one)))
        .orElseGet(Booked.Unknown::new);
  }

  private Booked waits(Asked asked) {
    var at = at(asked.machine()).orElseThrow();
    store.hold(asked.member());
    store.holdMachine(asked.machine());
    return switch (weighing.weigh(
        asked.member(), at.machine(), at.type(), asked.span(), false, Optional.empty())) {
      case Weighed.No(var why) -> why;
      case Weighed.Yes yes -> {
        var now = weighing.now().instant();
        int longer = store.waiting(asked.machine(), asked.span()).size();
        var made = made(asked, at, yes, State.WAITING);
        store.add(made, yes.hold(), asked, now);
        boolean first = store.spend(made.member(), made.type());
        if (first) {
          store.first(made.id());
        }
        int ahead = first ? 0 : longer;
        store.event(made.id(), "WAITING", made.span(), asked.by().orElse(null), now);
        around.letters().waits(made, code(made), ahead);
        line.offer(made.machine(), made.span()); // it may have been given back meanwhile
        yield new Booked.Waits(store.find(made.id()).orElse(made), code(made), ahead);
      }
    };
  }

  /// Takes another while at the same machine instead, by the same rules as a new booking; where it
  /// can’t be, what was booked stays.
  public Booked move(Reference reference, String code, Span span) {
    var found = find(reference, code).filter(one -> one.state() == State.CONFIRMED);
    if (found.isEmpty()) {
      return new Booked.Unknown();
    }
    try {
      return told(transactions.execute(_ -> moved(found.get(), span)));
    } catch (DataIntegrityViolationException refused) {
      return switch (Refusal.of(refused)) {
        case TAKEN -> new Booked.Taken(free.next(found.get().machine(), span));
        case ELSEWHERE -> new Booked.ElsewhereThen();
        case NOT_ALLOWED -> new Booked.NotAllowed(List.of());
        case NOBODY_SUPERVISES -> new Booked.NobodySupervises();
        case SENT_BEFORE -> new Booked.Unknown();
      };
    }
  }

  private Booked moved(Booking found, Span span) {
    var id = found.id();
    var member = found.member();
    store.hold(member);
    store.holdMachine(found.machine());
    var before = store.lock(id).filter(one -> one.state() == State.CONFIRMED);
    var at = before.flatMap(one -> at(one.machine()));
    if (at.isEmpty() || !before.get().span().from().isAfter(weighing.now().instant())) {
      return new Booked.Unknown();
    }
    return switch (weighing.weigh(
        member, at.get().machine(), at.get().type(), span, false, Optional.of(id))) {
      case Weighed.No(var why) -> why;
      case Weighed.Yes(var care, var hold) -> {
        if (inSession(member, span)) {
          yield new Booked.ElsewhereThen();
        }
        var now = weighing.now().instant();
        store.move(id, span, care, hold, now);
        store.event(id, "MOVED", span, null, now);
        line.offer(found.machine(), before.get().span());
        var moved = store.find(id).orElseThrow();
        around.letters().booked(moved, code(moved));
        yield new Booked.Confirmed(moved, code(moved));
      }
    };
  }

  /// Gives a booking, an offer or a place in line back; whoever waits longest is offered it.
  ///
  /// @return whether it was given back; false: it is over, or there is none
  @Transactional
  public boolean cancel(Reference reference, String code, Reason reason) {
    var known = find(reference, code);
    known.ifPresent(one -> store.holdMachine(one.machine()));
    var found = known.flatMap(one -> store.lock(one.id()));
    var now = weighing.now().instant();
    if (found.isEmpty()
        || !reason.own()
        || !found.get().state().coming()
        || !found.get().span().from().isAfter(now)) {
      return false;
    }
    var one = found.get();
    store.state(one.id(), State.EXCUSED, reason, null, now);
    store.event(one.id(), "EXCUSED", one.span(), null, now);
    if (one.state().holds()) {
      line.offer(one.machine(), one.span());
    }
    around.letters().cancelled(one, code(one));
    around.events().publishEvent(new Booking.Ended(one.id()));
    return true;
  }

  /// Takes what is offered, or says again that one comes.
  ///
  /// @return whether it is theirs
  @Transactional
  public boolean confirm(Reference reference, String code) {
    var found = find(reference, code).flatMap(one -> store.lock(one.id()));
    var now = weighing.now().instant();
    if (found.isEmpty() || !found.get().span().from().isAfter(now)) {
      return false;
    }
    var one = found.get();
    switch (one.state()) {
      case OFFERED -> {
        store.state(one.id(), State.CONFIRMED, null, null, now);
        store.event(one.id(), "ACCEPTED", one.span(), null, now);
        around.letters().booked(one, code(one));
      }
      case CONFIRMED -> store.confirmed(one.id(), now);
      case WAITING, PRESENT, LATE, NO_SHOW, EXCUSED, REVOKED, LAPSED -> {
        return false;
      }
    }
    return true;
  }

  /// The booking that a reference and its code open.
  @Transactional(readOnly = true)
  public Optional<Booking> find(Reference reference, String code) {
    return around.codes().opens(KIND, reference, code) ? store.find(reference) : Optional.empty();
  }

  /// The bookings of somebody that are to come, or were in the last while.
  @Transactional(readOnly = true)
  public List<Booking> listOf(UUID member, Duration back) {
    return store.coming(member, weighing.now().instant().minus(back));
  }

  /// What is booked of somebody at a machine at a moment, if they may work there then; whoever lets
  /// the machine run asks this.
  @Transactional(readOnly = true)
  public Optional<Booking> running(UUID member, UUID machine, Instant at) {
    return store.coming(member, at).stream()
        .filter(one -> one.machine().equals(machine))
        .filter(one -> one.state().holds() && one.state() != State.OFFERED)
        .filter(one -> !one.span().from().isAfter(at))
        .filter(one -> store.stillAllowed(one.id()))
        .findFirst();
  }

  /// When a machine is free on days to come, in whiles of a length.
  @Transactional(readOnly = true)
  public List<Span> free(UUID machine, Span within, int minutes) {
    return free.list(machine, within, minutes);
  }

  /// The code that goes with the reference of a booking.
  public String code(Booking booking) {
    return around.codes().of(KIND, booking.reference());
  }
}
