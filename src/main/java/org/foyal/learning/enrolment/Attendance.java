package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /// Before that, somebody may be on their way: nobody is absent.
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final int SHOWN = 50;

  private final ParticipationStore places;
  private final LineStore line;
  private final ListStore lists;
  private final SeatStore seats;
  private final Promotion promotion;
  private final Desk desk;

  /// What the desk needs beside the places.
  @Component
  record Desk(Courses courses, Replies replies, Trail trail, Promotion.Told told, Clock clock) {}

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
  /// @param absences whether who does not come can be noted
  record Sheet(
      Session session,
      List<Participation> seated,
      List<Participation> waiting,
      int line,
      int taken,
      boolean begun,
      boolean absences) {}

  @Transactional(readOnly = true)
  Sheet sheet(UUID id) {
    var session = desk.courses().get(id);
    return new Sheet(
        session,
        lists.seated(id),
        lists.waiting(id, SHOWN),
        lists.countWaiting(id),
        seats.taken(id),
        !desk.clock().instant().isBefore(session.startsAt().minus(EARLY)),
        absences(session));
  }

  private boolean absences(Session session) {
    return !desk.clock().instant().isBefore(session.startsAt().plus(GRACE));
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
  /// @param early who was noted as absent before anybody is
  public record Result(int changed, List<String> not, List<String> early) {}

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
    var early = new ArrayList<String>();
    for (var place : lists.seated(id)) {
      var noted = came.get(place.id());
      if (noted == null || noted.now() == place.state()) {
        continue;
      }
      if (noted.now() == State.NO_SHOW && !absences(session)) {
        early.add(place.learner().name());
      } else if (noted.was() == place.state()
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
    return Optional.of(new Result(changed, List.copyOf(not), List.copyOf(early)));
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

  /// A session to which somebody came.
  public record Attended(UUID session, String course, Instant startsAt) {}

  /// The sessions of some courses to which somebody really came, as it was noted, the last one
  /// first.
  @Transactional(readOnly = true)
  public List<Attended> attended(UUID learner, Set<String> courses) {
    return courses.isEmpty() ? List.of() : places.attended(learner, courses);
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

  /// All places of somebody in the session of one of them, and in the others of its series; that
  /// one alone where it is not known whether whoever asked for it is the person.
  @Transactional(readOnly = true)
  public List<Participation> alongside(Participation place) {
    return place.proven() ? lists.alongside(place) : List.of(place);
  }

  /// Somebody without e-mail whom a letter did not reach.
  ///
  /// @param about what the letter would have said
  public record Call(Participation place, String about) {}

  /// Who is to be called, or told at the counter, since no letter can reach them.
  @Transactional(readOnly = true)
  public List<Call> toCall() {
    return lists.toCall(desk.clock().instant());
  }

  /// What the desk notes for somebody.
  public enum Answer {
    /// They were told, on the telephone or at the counter.
    TOLD,
    /// They take the seat.
    ACCEPT,
    /// They turn the offer down and stay in the line.
    DECLINE,
    /// They say that they come.
    CONFIRM
  }

  /// Notes what somebody was told or answers, and that it was. Once they are told of an offer,
  /// their time to answer begins.
  @Transactional
  public Acting answer(Actor by, long id, Answer answer) {
    var session = promotion.hold(places.get(id).session());
    var place = places.get(id);
    var acting =
        switch (answer) {
          case TOLD -> told(by, place, session);
          case ACCEPT -> desk.replies().accept(place, session, by);
          case DECLINE -> desk.replies().decline(place, session, by);
          case CONFIRM -> desk.replies().confirm(place, session, by);
        };
    if (acting instanceof Acting.Done) {
      lists.called(id);
      boolean only = answer == Answer.TOLD;
      append(by, "learning.enrolment.act." + (only ? "called" : "for-them"), place);
    }
    return acting;
  }

  private Acting told(Actor by, Participation place, Session session) {
    line.note(place.id(), new Note("CALLED", desk.clock().instant(), by.id()));
    if (place.state() == State.OFFERED && lists.toCallAbout(place.id()).isPresent()) {
      promotion.startOffer(place, session);
    }
    return new Acting.Done(place);
  }

  /// How many wait longer than somebody who waits.
  @Transactional(readOnly = true)
  public int ahead(Participation place) {
    return place.state() == State.WAITING ? places.ahead(place) : 0;
  }

  private void append(Actor by, String act, Participation place) {
    desk.trail().append(by.did(act, place.reference().toString()));
  }

  /// The place of a number, if there is one.
  @Transactional(readOnly = true)
  public Optional<Participation> find(long id) {
    return places.find(id);
  }

  /// The code of a place, to read it out to whoever it is for.
  public String code(Participation place) {
    return desk.told().code(place);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Left> left(Collection<UUID> sessions) {
    return lists.free(sessions, desk.clock().instant());
  }

  @Override
  @Transactional
  public int taken(UUID session) {
    desk.courses().lock(session); // of a series, each one is held while it is asked about
    return seats.taken(session);
  }
}
