package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.cases.codes.Codes;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.LineStore.Ended;
import org.foyal.learning.enrolment.LineStore.Note;
import org.foyal.learning.enrolment.LineStore.Queue;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.enrolment.WaitingList.Offer;
import org.foyal.learning.enrolment.WaitingList.Times;
import org.foyal.shell.ShellSettings;
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

  /// What tells people of an offer, and when.
  @Component
  record Told(
      EnrolmentLetters letters, Codes codes, ListStore lists, ShellSettings city, Clock clock) {
    ZoneId zone() {
      return city.timeZone();
    }

    String code(Participation place) {
      return codes.of("learning", place.reference());
    }
  }

  Promotion(
      ParticipationStore places, LineStore line, SeatStore seats, Courses courses, Told told) {
    this.places = places;
    this.line = line;
    this.seats = seats;
    this.courses = courses;
    this.told = told;
  }

  private Instant now() {
    return told.clock().instant();
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
    if (!session.planned() || !now().isBefore(session.startsAt())) {
      return;
    }
    var passed = new HashSet<Long>();
    for (var ended : line.ended(session.id(), now())) {
      offerFree(session, passed);
      if (couldGoTo(session, ended.seat(), passed, ended.id())) {
        end(ended, session);
        passed.add(ended.id());
      } else {
        line.prolong(ended.id(), until(ended.untold(), session), now());
      }
    }
    offerFree(session, passed);
  }

  private Instant until(boolean untold, Session session) {
    var times = Times.of(session);
    return untold ? times.untold(now(), told.zone()) : times.deadline(now(), told.zone());
  }

  /// Whether somebody else waits who could have a seat once it is given back. Where nobody does, no
  /// offer ends: an empty chair helps nobody.
  private boolean couldGoTo(Session session, int seat, Set<Long> passed, long whose) {
    boolean kept = !Times.of(session).released(now()) && seats.keptOnceFree(session.id(), seat);
    var others = new HashSet<>(passed);
    others.add(whose);
    return line.queue(session, of(kept, others), WaitingList::anybody);
  }

  private Queue of(boolean targetOnly, Set<Long> without) {
    return new Queue(targetOnly, now().minus(WaitingList.NOT_ASKED_AGAIN), without);
  }

  /// Ends an offer. Whoever could not be told of it keeps their turn.
  private void end(Ended ended, Session session) {
    var now = now();
    if (ended.untold()) {
      var since = places.get(ended.id()).since();
      line.waitAgain(ended.id(), since, Math.max(0, ended.offers() - 1));
      line.note(ended.id(), Note.of("PASSED", now));
    } else if (ended.offers() >= WaitingList.MOST_OFFERS) {
      line.end(ended.id(), State.LAPSED, Optional.empty());
      line.note(ended.id(), Note.of("LAPSED", now));
    } else {
      line.waitAgain(ended.id(), now, ended.offers());
      line.note(ended.id(), Note.of("TIMED_OUT", now));
    }
    giveUp(session, ended.seat());
    if (!ended.untold()) {
      var place = places.get(ended.id());
      told.letters().offerOver(place, session, told.code(place));
    }
  }

  private void giveUp(Session session, int seat) {
    seats.free(session.id(), seat);
    if (Times.of(session).firstCome(now())) {
      told.lists().tellFirstComeAgain(session.id());
    }
  }

  private void offerFree(Session session, Set<Long> passed) {
    var now = now();
    var free = seats.free(session.id());
    var times = Times.of(session);
    if (free.all() == 0) {
      return;
    }
    boolean onlyKept = free.open() == 0 && !times.released(now);
    var offers =
        line.queue(
            session,
            of(onlyKept, passed),
            queue -> WaitingList.promote(queue, free, now, times, told.zone()));
    offers.forEach(offer -> offer(offer, session, now, times.released(now)));
  }

  private void offer(Offer offer, Session session, Instant now, boolean released) {
    int seat = seats.take(session.id(), offer.reserved(), released).orElseThrow();
    boolean untold = places.get(offer.id()).learner().email().isEmpty();
    var until = untold ? until(true, session) : offer.until();
    line.offer(new Offer(offer.id(), offer.reserved(), offer.passedOver(), until), seat, now);
    var place = places.get(offer.id());
    told.letters().offered(place, session, told.code(place), until);
  }

  /// Hands on a seat that somebody gives back.
  @Transactional(propagation = Propagation.MANDATORY)
  void handOn(Session session, int seat) {
    giveUp(session, seat);
    promote(session);
  }

  /// Once somebody is told of an offer that no letter could bring, their time to answer begins.
  @Transactional(propagation = Propagation.MANDATORY)
  void startOffer(Participation place, Session session) {
    line.holdUntil(place.id(), until(false, session));
  }

  /// In the last hours a free seat is for whoever comes first: all who wait are told, each once.
  @Transactional
  void tellFirstCome(UUID id) {
    var session = courses.get(id);
    var now = now();
    var times = Times.of(session);
    if (!session.planned() || !now.isBefore(session.startsAt()) || !times.firstCome(now)) {
      return;
    }
    for (var place : told.lists().toTellFirstCome(id)) {
      told.letters().firstCome(place, session, told.code(place), now);
      told.lists().toldFirstCome(place.id(), now);
    }
  }

  /// Puts somebody who did not say again that they come to the end of the line: if nobody else
  /// waits, the seat is offered to them once more. Offers from before don't count: they were
  /// answered.
  @Transactional(propagation = Propagation.MANDATORY)
  void giveBack(Participation place, Session session) {
    var seat = line.seatOf(place.id());
    line.waitAgain(place.id(), now(), 0);
    line.note(place.id(), Note.of("NOT_CONFIRMED", now()));
    var waits = places.get(place.id());
    told.letters().notConfirmed(waits, session, told.code(waits));
    seat.ifPresent(number -> giveUp(session, number));
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
    line.note(place.id(), new Note(state.name(), now(), account));
    line.endClash(place.learner().id());
    seat.ifPresent(number -> giveUp(session, number));
    promote(session);
  }
}
