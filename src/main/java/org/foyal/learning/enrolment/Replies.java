package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.foyal.cases.codes.Codes;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Acting.Done;
import org.foyal.learning.enrolment.Acting.Not;
import org.foyal.learning.enrolment.LineStore.Note;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.enrolment.WaitingList.Times;
import org.foyal.people.Actor;
import org.foyal.people.mandates.UnderMandate;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What somebody answers, by themselves or through the desk, while their session is held: takes a
/// seat, says again that they come, turns an offer down, stays away.
@Component
class Replies {
  private final ParticipationStore places;
  private final LineStore line;
  private final Learners learners;
  private final SeatStore seats;
  private final Promotion promotion;
  private final Promotion.Told told;

  Replies(
      ParticipationStore places,
      LineStore line,
      Learners learners,
      SeatStore seats,
      Promotion promotion,
      Promotion.Told told) {
    this.places = places;
    this.line = line;
    this.learners = learners;
    this.seats = seats;
    this.promotion = promotion;
    this.told = told;
  }

  /// What enrolment asks of its neighbours.
  @Component
  record Surroundings(
      Courses courses,
      Learners people,
      UnderMandate mandates,
      Replies replies,
      Codes codes,
      EnrolmentLetters letters,
      Trail trail,
      ShellSettings city,
      Clock clock) {
    Instant now() {
      return clock.instant();
    }

    LocalDate today() {
      return LocalDate.ofInstant(now(), city.timeZone());
    }
  }

  /// Adds a telephone or an address to those of whoever holds a place, if it is theirs for certain.
  Acting reach(Participation place, Optional<String> email, Optional<String> phone) {
    if (!place.proven() || place.learner().erased()) {
      return new Not(place, "learning.enrolment.problem.over");
    }
    return learners
        .reach(place.learner(), email, phone)
        .<Acting>map(problem -> new Not(place, problem))
        .orElseGet(() -> new Done(places.get(place.id())));
  }

  private Instant now() {
    return told.clock().instant();
  }

  private boolean open(Session session) {
    return session.planned() && now().isBefore(session.startsAt());
  }

  private Done noted(Participation place, Note note) {
    line.note(place.id(), note);
    return new Done(places.get(place.id()));
  }

  /// Takes the seat that is offered, or in the last hours one that is free for whoever comes first.
  ///
  /// @param by the account of whoever answers for them
  Acting accept(Participation place, Session session, @Nullable Actor by) {
    return take(place, session, by, whyNoSeat(place, session));
  }

  private Acting take(Participation place, Session session, @Nullable Actor by, String why) {
    if (place.state() == State.CONFIRMED) {
      return new Done(place);
    }
    learners.hold(place.learner().id());
    if (places.elsewhere(place.learner().id(), session).isPresent()) {
      return new Not(place, "learning.enrolment.problem.elsewhere");
    }
    var seat = open(session) ? seatFor(place, session) : Optional.<Integer>empty();
    if (seat.isEmpty()) {
      return new Not(place, why);
    }
    line.seat(place.id(), seat.get(), session);
    if (place.toConfirm() && !now().isBefore(Promotion.confirmBy(session))) {
      line.confirmed(place.id(), now()); // they have just said that they come
    }
    var done = noted(place, note("ACCEPTED", by));
    told.letters().seated(done.place(), session, told.code(place));
    return done;
  }

  private Note note(String what, @Nullable Actor by) {
    return new Note(what, now(), by == null ? null : by.id());
  }

  private String whyNoSeat(Participation place, Session session) {
    if (place.state() != State.WAITING || !open(session)) {
      return "learning.enrolment.problem.over";
    }
    return Times.of(session).firstCome(now())
        ? "learning.enrolment.problem.taken"
        : "learning.enrolment.problem.offer-over";
  }

  private Optional<Integer> seatFor(Participation place, Session session) {
    if (place.state() == State.OFFERED) {
      return line.seatOf(place.id());
    }
    boolean first = Times.of(session).firstCome(now());
    return place.state() == State.WAITING && first
        ? seats.take(session.id(), place.target(), true)
        : Optional.empty();
  }

  /// Says again that they come. Whoever says so after the seat went back takes it again where it is
  /// offered to them, or is told that they wait.
  Acting confirm(Participation place, Session session, @Nullable Actor by) {
    if (place.state() == State.WAITING || place.state() == State.OFFERED) {
      var why =
          open(session) ? "learning.enrolment.problem.released" : "learning.enrolment.problem.over";
      return take(place, session, by, why);
    }
    if (place.state() != State.CONFIRMED) {
      return new Not(place, "learning.enrolment.problem.over");
    }
    if (place.confirmed()) {
      return new Done(place);
    }
    line.confirmed(place.id(), now());
    return noted(place, note("CONFIRMED", by));
  }

  /// Turns an offer down and stays in the line, at its end: it was answered, so that it does not
  /// count, and for a day no other seat is offered to them.
  Acting decline(Participation place, Session session, @Nullable Actor by) {
    if (place.state() == State.WAITING) {
      return new Done(place); // it has ended by itself
    }
    if (place.state() != State.OFFERED) {
      return new Not(place, "learning.enrolment.problem.over");
    }
    var seat = line.seatOf(place.id());
    line.waitAgain(place.id(), now(), Math.max(0, place.offers() - 1));
    line.declined(place.id(), now());
    line.note(place.id(), note("DECLINED", by));
    seat.ifPresent(number -> promotion.handOn(session, number));
    return new Done(places.get(place.id()));
  }

  /// Stays away: the seat goes to whoever waits longest.
  Acting cancel(Participation place, Session session, Reason reason) {
    if (place.state() == State.EXCUSED) {
      return new Done(place);
    }
    if (!place.state().coming() || !now().isBefore(session.startsAt())) {
      return new Not(place, "learning.enrolment.problem.over");
    }
    promotion.leave(place, session, State.EXCUSED, reason, null);
    return new Done(places.get(place.id()));
  }
}
