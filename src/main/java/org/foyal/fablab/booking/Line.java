package org.foyal.fablab.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.foyal.cases.codes.Codes;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The line before a machine: what is given back is held for whoever waits first, before anybody
/// else can see it, with the times to answer of all waiting lists of the city (24 hours; two where
/// it is soon).
@Component
class Line {
  private static final Duration TO_ANSWER = Duration.ofHours(24);
  private static final Duration SOON = Duration.ofDays(2);
  private static final Duration TO_ANSWER_SOON = Duration.ofHours(2);

  private final BookingStore store;
  private final BookingLetters letters;
  private final Codes codes;
  private final Weighing.Now now;
  private final TransactionTemplate nested;

  Line(
      BookingStore store,
      BookingLetters letters,
      Codes codes,
      Weighing.Now now,
      org.springframework.transaction.PlatformTransactionManager transactions) {
    this.store = store;
    this.letters = letters;
    this.codes = codes;
    this.now = now;
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
  }

  /// Offers what is free of a while to those who wait for it, in their order; who can’t take it, as
  /// the database says, keeps their place, and the next is asked.
  @Transactional(propagation = Propagation.MANDATORY)
  public void offer(UUID machine, Span span) {
    for (var one : store.waiting(machine, span)) {
      if (one.span().from().isAfter(now.instant())) {
        offered(one);
      }
    }
  }

  private void offered(Booking one) {
    var until = until(one);
    try {
      nested.executeWithoutResult(
          _ -> store.state(one.id(), State.OFFERED, null, until, now.instant()));
    } catch (DataIntegrityViolationException refused) {
      Refusal.of(refused);
      return;
    }
    store.event(one.id(), "OFFERED", one.span(), null, now.instant());
    letters.offered(one, codes.of(Bookings.KIND, one.reference()), until);
  }

  private Instant until(Booking one) {
    var start = one.span().from();
    boolean soon = start.isBefore(now.instant().plus(SOON));
    var until = now.instant().plus(soon ? TO_ANSWER_SOON : TO_ANSWER);
    return until.isBefore(start) ? until : start;
  }
}
