package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.SeatsLeft;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.LineStore.Note;
import org.foyal.learning.enrolment.ListStore.Call;
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
  private static final int SHOWN = 50;

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
  /// @param waiting the first of those who wait
  /// @param line how many wait
  /// @param begun whether who comes can be noted
  record Sheet(
      Session session,
      List<Participation> seated,
      List<Participation> waiting,
      int line,
      int taken,
      boolean begun) {}

  @Transactional(readOnly = true)
  Sheet sheet(UUID id) {
    var session = desk.courses().get(id);
    return new Sheet(
        session,
        lists.seated(id),
        lists.waiting(id, SHOWN),
        lists.countWaiting(id),
        seats.taken(id),
        !desk.clock().instant().isBefore(session.startsAt().minus(EARLY)));
  }

  /// Who came, as somebody notes it.
  ///
  /// @param was how the place stood when it was looked at: whoever noted something else meanwhile
  ///   was first
  public record Noted(State was, State now) {}

  /// What became of notes.
  ///
  /// @param changed how many changed
  /// @param not whom it could not be noted of, since somebody else noted something meanwhile, or
  ///   all seats are taken
  public record Result(int changed, List<String> not) {}

  /// Notes who came: once the doors open, and corrected as often as it must be. Who is named
  /// without a change stays as they are.
  ///
  /// @return nothing where it is too early
  @Transactional
  public Optional<Result> note(Actor by, UUID id, Map<Long, Noted> came) {
    var session = desk.courses().lock(id);
    if (desk.clock().instant().isBefore(session.startsAt().minus(EARLY)) || !session.planned()) {
      return Optional.empty();
    }
    int changed = 0;
    var not = new ArrayList<String>();
    for (var place : lists.seated(id)) {
      var noted = came.get(place.id());
      if (noted == null || noted.now() == place.state()) {
        continue;
      }
      if (noted.was() == place.state()
          && canBecome(place.state(), noted.now())
          && note(by, place, session, noted.now())) {
        changed++;
      } else {
        not.add(place.learner().name());
      }
    }
    if (changed > 0) {
      desk.trail().append(by.did("learning.enrolment.act.noted", id.toString()));
    }
    return Optional.of(new Result(changed, List.copyOf(not)));
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
      var other = places.findActive(session.id(), place.learner().id());
      if (other.filter(one -> one.id() != place.id()).isPresent()) {
        return false; // written down once more at the door
      }
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

  /// How many came to a session, as it was noted.
  @Transactional(readOnly = true)
  public int came(UUID session) {
    return (int) lists.seated(session).stream().filter(place -> place.state().attended()).count();
  }

  /// Whether a place is one of a session.
  @Transactional(readOnly = true)
  boolean holds(UUID session, long id) {
    return places.find(id).filter(place -> place.session().equals(session)).isPresent();
  }

  /// All places of a session, those with a seat and those that are over, by name.
  @Transactional(readOnly = true)
  public List<Participation> listSeated(UUID session) {
    return lists.seated(session);
  }

  /// All places of somebody in the session of one of them, and in the others of its series.
  @Transactional(readOnly = true)
  public List<Participation> alongside(Participation place) {
    return lists.alongside(place);
  }

  /// Who is to be called, since no letter can reach them.
  @Transactional(readOnly = true)
  List<Call> toCall() {
    return lists.toCall();
  }

  /// Notes that somebody was called.
  @Transactional
  void called(Actor by, long id) {
    lists.called(id);
    line.note(id, new Note("CALLED", desk.clock().instant(), by.id()));
    append(by, "learning.enrolment.act.called", places.get(id));
  }

  /// Notes in the trail what somebody of the staff did for a person, with their code.
  @Transactional
  void did(Actor by, Participation place) {
    append(by, "learning.enrolment.act.for-them", place);
  }

  private void append(Actor by, String act, Participation place) {
    desk.trail().append(by.did(act, place.reference().toString()));
  }

  /// The place of a number, if there is one.
  @Transactional(readOnly = true)
  Optional<Participation> find(long id) {
    return places.find(id);
  }

  /// The code of a place, to read it out to whoever it is for.
  String code(Participation place) {
    return desk.told().code(place);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Left> left(Collection<UUID> sessions) {
    return lists.free(sessions, desk.clock().instant());
  }

  @Override
  public int taken(UUID session) {
    return seats.taken(session);
  }
}
