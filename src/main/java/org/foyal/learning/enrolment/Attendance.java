package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.SeatsLeft;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.LineStore.Note;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade for whoever holds a session: who is expected, who came, whose place is taken back.
@Service
public class Attendance implements SeatsLeft {
  private static final Duration EARLY = Duration.ofMinutes(30);

  private final ParticipationStore places;
  private final LineStore line;
  private final ListStore lists;
  private final SeatStore seats;
  private final Promotion promotion;
  private final Desk desk;

  /// What the desk needs beside the places.
  @Component
  record Desk(Courses courses, Trail trail, Promotion.Told told, Clock clock) {}

  Attendance(
      ParticipationStore places,
      LineStore line,
      ListStore lists,
      SeatStore seats,
      Promotion promotion,
      Desk desk) {
    this.places = places;
    this.line = line;
    this.lists = lists;
    this.seats = seats;
    this.promotion = promotion;
    this.desk = desk;
  }

  /// A session with whoever is expected and whoever waits.
  ///
  /// @param begun whether who comes can be noted
  record Sheet(
      Session session,
      List<Participation> seated,
      List<Participation> waiting,
      int taken,
      boolean begun) {}

  @Transactional(readOnly = true)
  Sheet sheet(UUID id) {
    var session = desk.courses().get(id);
    return new Sheet(
        session,
        lists.seated(id),
        lists.waiting(id),
        seats.taken(id),
        !desk.clock().instant().isBefore(session.startsAt().minus(EARLY)));
  }

  /// Notes who came: once the doors open, and corrected as often as it must be. Who is named
  /// without a change stays as they are.
  ///
  /// @return how many changed; nothing where it is too early
  @Transactional
  Optional<Integer> note(Actor by, UUID id, Map<Long, State> came) {
    var session = desk.courses().lock(id);
    if (desk.clock().instant().isBefore(session.startsAt().minus(EARLY)) || !session.planned()) {
      return Optional.empty();
    }
    int changed = 0;
    for (var place : lists.seated(id)) {
      var state = came.get(place.id());
      if (state != null && state != place.state() && canBecome(place.state(), state)) {
        changed += note(by, place, session, state) ? 1 : 0;
      }
    }
    if (changed > 0) {
      desk.trail().append(by.did("learning.enrolment.act.noted", id.toString()));
    }
    return Optional.of(changed);
  }

  private static boolean canBecome(State from, State to) {
    return (from == State.CONFIRMED || from.attended() || from == State.NO_SHOW)
        && (to.attended() || to == State.NO_SHOW);
  }

  private boolean note(Actor by, Participation place, Session session, State state) {
    var held = line.seatOf(place.id());
    if (state == State.NO_SHOW) {
      line.end(place.id(), state, Optional.empty());
      held.ifPresent(number -> seats.free(session.id(), number));
    } else {
      var seat = held.or(() -> seats.take(session.id(), place.target(), true));
      if (seat.isEmpty()) {
        return false; // somebody who walked in has the seat: more came than there are seats
      }
      line.attend(place.id(), state, seat.get());
    }
    line.note(place.id(), new Note(state.name(), desk.clock().instant(), by.id()));
    return true;
  }

  /// Takes somebody's place back, or notes that they stay away; the seat goes to whoever waits.
  @Transactional
  Acting takeBack(Actor by, long id, Reason reason) {
    var session = promotion.hold(places.get(id).session());
    var place = places.get(id);
    if (!place.state().coming()) {
      return new Acting.Not(place, "learning.enrolment.problem.over");
    }
    var state = reason.own() ? State.EXCUSED : State.REVOKED;
    promotion.leave(place, session, state, reason, by.id());
    if (state == State.REVOKED) {
      desk.told().letters().revoked(place, session, desk.told().code(place));
    }
    desk.trail().append(by.did("learning.enrolment.act.taken-back", place.reference().toString()));
    return new Acting.Done(places.get(id));
  }

  /// Whether a place is one of a session.
  @Transactional(readOnly = true)
  boolean holds(UUID session, long id) {
    return places.find(id).filter(place -> place.session().equals(session)).isPresent();
  }

  /// Who has an offer, no e-mail address, and is to be called.
  @Transactional(readOnly = true)
  List<Participation> toCall() {
    return lists.toCall(desk.clock().instant());
  }

  /// Notes that somebody was called about an offer.
  @Transactional
  void called(Actor by, long id) {
    var now = desk.clock().instant();
    lists.called(id, now);
    line.note(id, new Note("CALLED", now, by.id()));
  }

  /// The code of a place, to read it out to whoever it is for.
  String code(Participation place) {
    return desk.told().code(place);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Integer> left(Collection<UUID> sessions) {
    return lists.free(sessions);
  }

  @Override
  public int taken(UUID session) {
    return seats.taken(session);
  }
}
