package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.codes.Codes;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.LineStore.Note;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.enrolment.WaitingList.Offer;
import org.foyal.learning.enrolment.WaitingList.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Hands free seats to whoever waits, while the session is held, so that a seat that is given back
/// is held for the line before anybody else can see it.
@Component
class Promotion {
  private static final Duration TO_CONFIRM = Duration.ofDays(1);

  private final ParticipationStore places;
  private final LineStore line;
  private final SeatStore seats;
  private final Courses courses;
  private final Told told;
  private final Clock clock;

  /// What tells people of an offer.
  @Component
  record Told(EnrolmentLetters letters, Codes codes, ListStore lists) {
    String code(Participation place) {
      return codes.of("learning", place.reference());
    }
  }

  Promotion(
      ParticipationStore places,
      LineStore line,
      SeatStore seats,
      Courses courses,
      Told told,
      Clock clock) {
    this.places = places;
    this.line = line;
    this.seats = seats;
    this.courses = courses;
    this.told = told;
    this.clock = clock;
  }

  /// Until when somebody says again that they come, who was asked to.
  static Instant confirmBy(Session session) {
    return session.startsAt().minus(TO_CONFIRM);
  }

  /// Holds a session alone, and lets pass what time has ended: offers without answer, kept seats.
  @Transactional(propagation = Propagation.MANDATORY)
  Session hold(UUID id) {
    var session = courses.lock(id);
    promote(session);
    return session;
  }

  /// Does the same on its own.
  @Transactional
  void promote(UUID id) {
    hold(id);
  }

  private void promote(Session session) {
    var now = clock.instant();
    if (!session.planned() || !now.isBefore(session.startsAt())) {
      return;
    }
    for (var ended : line.ended(session.id(), now)) {
      boolean lapsed = ended.offers() >= WaitingList.MOST_OFFERS;
      line.toTheEnd(ended.id(), lapsed, now);
      line.note(ended.id(), Note.of(lapsed ? "LAPSED" : "TIMED_OUT", now));
      seats.free(session.id(), ended.seat());
      var place = places.get(ended.id());
      told.letters().offerOver(place, session, told.code(place));
    }
    var free = seats.free(session.id());
    var times = Times.of(session);
    if (free.all() == 0) {
      return;
    }
    boolean onlyKept = free.open() == 0 && !times.released(now);
    var offers =
        line.queue(session, onlyKept, queue -> WaitingList.promote(queue, free, now, times));
    offers.forEach(offer -> offer(offer, session, now, times.released(now)));
  }

  private void offer(Offer offer, Session session, Instant now, boolean released) {
    int seat = seats.take(session.id(), offer.reserved(), released).orElseThrow();
    line.offer(offer, seat, now);
    var place = places.get(offer.id());
    told.letters().offered(place, session, told.code(place), offer.until());
  }

  /// In the last hours a free seat is for whoever comes first: all who wait are told, each once.
  @Transactional
  void tellFirstCome(UUID id) {
    var session = courses.get(id);
    var now = clock.instant();
    var times = Times.of(session);
    if (!session.planned() || !now.isBefore(session.startsAt()) || !times.firstCome(now)) {
      return;
    }
    for (var place : told.lists().toTellFirstCome(id)) {
      told.letters().firstCome(place, session, told.code(place));
      told.lists().toldFirstCome(place.id(), now);
    }
  }

  /// Puts somebody who did not say again that they come to the end of the line: if nobody else
  /// waits, the seat is offered to them once more.
  @Transactional(propagation = Propagation.MANDATORY)
  void giveBack(Participation place, Session session) {
    var now = clock.instant();
    var seat = line.seatOf(place.id());
    boolean lapsed = place.offers() >= WaitingList.MOST_OFFERS;
    line.toTheEnd(place.id(), lapsed, now);
    line.note(place.id(), Note.of(lapsed ? "LAPSED" : "NOT_CONFIRMED", now));
    seat.ifPresent(number -> seats.free(session.id(), number));
    promote(session);
  }

  /// Gives a seat back of which nobody waits any more.
  @Transactional(propagation = Propagation.MANDATORY)
  void free(UUID session, int number) {
    seats.free(session, number);
  }

  /// Ends somebody's place, and hands their seat on.
  @Transactional(propagation = Propagation.MANDATORY)
  void leave(
      Participation place, Session session, State state, Reason reason, @Nullable UUID account) {
    var seat = line.seatOf(place.id());
    line.end(place.id(), state, Optional.of(reason));
    line.note(place.id(), new Note(state.name(), clock.instant(), account));
    line.endClash(place.learner().id());
    seat.ifPresent(number -> seats.free(session.id(), number));
    promote(session);
  }
}
