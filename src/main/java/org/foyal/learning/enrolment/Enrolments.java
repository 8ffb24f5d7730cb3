package org.foyal.learning.enrolment;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Acting.Done;
import org.foyal.learning.enrolment.Acting.Not;
import org.foyal.learning.enrolment.Acting.NotThere;
import org.foyal.learning.enrolment.Draft.Earlier;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Enrolment.AlreadyThere;
import org.foyal.learning.enrolment.Enrolment.Elsewhere;
import org.foyal.learning.enrolment.Enrolment.Full;
import org.foyal.learning.enrolment.Enrolment.NoSession;
import org.foyal.learning.enrolment.Enrolment.Refused;
import org.foyal.learning.enrolment.Enrolment.Seated;
import org.foyal.learning.enrolment.Enrolment.SentBefore;
import org.foyal.learning.enrolment.Enrolment.TooLate;
import org.foyal.learning.enrolment.Enrolment.Waiting;
import org.foyal.learning.enrolment.Learners.Known;
import org.foyal.learning.enrolment.LineStore.Event;
import org.foyal.learning.enrolment.LineStore.Note;
import org.foyal.learning.enrolment.Participation.Booking;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.enrolment.ParticipationStore.Asking;
import org.foyal.learning.enrolment.ParticipationStore.Line;
import org.foyal.learning.enrolment.ParticipationStore.Row;
import org.foyal.learning.enrolment.ParticipationStore.Standing;
import org.foyal.learning.enrolment.Replies.Surroundings;
import org.foyal.learning.enrolment.WaitingList.Times;
import org.foyal.people.Actor;
import org.foyal.people.mandates.UnderMandate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade for whoever comes to a session: putting a name down, answering an offer, staying
/// away. Whoever has a reference and its code is that person: there is no account.
///
/// Many may put their names down at once: they share the session, and each finds another seat or
/// none. Whatever gives seats back holds the session alone, and hands them to the waiting list in
/// the same transaction, so that nobody jumps.
@Service
public class Enrolments {
  private static final String KIND = "learning";
  private static final String MANDATED = "learning.enrol";
  private static final int MOST_COMING = 10;
  private static final int NO_SHOWS = 3;
  private static final Duration NO_SHOW_PERIOD = Duration.ofDays(90);
  private static final int DRAWS = 8;

  private final ParticipationStore places;
  private final LineStore line;
  private final LearnerStore learners;
  private final SeatStore seats;
  private final Promotion promotion;
  private final Surroundings around;
  private final SecureRandom random = new SecureRandom();

  Enrolments(
      ParticipationStore places,
      LineStore line,
      LearnerStore learners,
      SeatStore seats,
      Promotion promotion,
      Surroundings around) {
    this.places = places;
    this.line = line;
    this.learners = learners;
    this.seats = seats;
    this.promotion = promotion;
    this.around = around;
  }

  /// Gives somebody a seat, or a place on the waiting list when none is free or others wait for it.
  @Transactional
  public Enrolment enrol(Draft draft) {
    var problems = around.people().check(draft);
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    var before = places.findByForm(draft.form());
    if (before.isPresent()) {
      return new SentBefore(before.get(), code(before.get()));
    }
    var session = around.courses().share(draft.session());
    if (session.isEmpty()) {
      return new NoSession();
    }
    boolean trusted = draft.takenBy() != null;
    if (!session.get().planned() || !around.now().isBefore(doorsClose(session.get(), trusted))) {
      return new TooLate(!session.get().planned());
    }
    return begun(session.get()) && seats.free(session.get().id()).all() == 0
        ? new Full()
        : enrol(draft, session.get());
  }

  private boolean begun(Session session) {
    return !around.now().isBefore(session.startsAt());
  }

  private Enrolment enrol(Draft draft, Session session) {
    var now = around.now();
    boolean trusted = draft.takenBy() != null;
    boolean shows = draft.wish().earlier().isPresent();
    var theirs = draft.wish().earlier().flatMap(one -> earlier(one, draft.person()));
    if (shows && theirs.isEmpty()) {
      return notTheirs();
    }
    boolean nowhere = draft.person().email().or(draft.person()::phone).isEmpty();
    var known =
        theirs
            .filter(_ -> nowhere)
            .map(one -> new Known(one, false))
            .orElseGet(() -> learners.known(draft.person(), now, session.example(), trusted));
    if (theirs.filter(one -> !one.equals(known.id())).isPresent()) {
      return notTheirs();
    }
    boolean proven = trusted || known.fresh() || shows;
    boolean competesForKept = draft.wish().target() && !Times.of(session).released(now);
    var standing =
        places.standing(
            known.id(),
            session,
            now,
            new Asking(now.minus(NO_SHOW_PERIOD), competesForKept, proven));
    if (standing.there() || standing.elsewhere().isPresent()) {
      return twin(draft, known.id(), session).orElseThrow();
    }
    if (standing.coming() >= MOST_COMING) {
      return new Refused(Map.of("name", "learning.enrolment.problem.many"));
    }
    return enrol(draft, new Who(known.id(), proven, trusted && !known.fresh()), session, standing);
  }

  /// The person of an earlier place, where reference and code open it and the name is theirs.
  private Optional<UUID> earlier(Earlier typed, Person person) {
    return find(typed.reference(), typed.code())
        .filter(place -> place.proven() && place.learner().isNamed(person.name()))
        .map(place -> place.learner().id());
  }

  private static Refused notTheirs() {
    return new Refused(Map.of("earlier", "learning.enrolment.problem.earlier"));
  }

  /// Who is put down.
  ///
  /// @param proven whether whoever asks is the person, and not only by name: what else is kept of
  ///   the person, a turn in a line that is given back too, is for nobody else
  /// @param seen whether the staff has the person before it, whom others may have named
  private record Who(UUID learner, boolean proven, boolean seen) {}

  /// Until when a name can be put down: until it begins; at the door, until it ends.
  private static Instant doorsClose(Session session, boolean atTheDoor) {
    return atTheDoor ? session.endsAt() : session.startsAt();
  }

  /// The same, written down by somebody of the staff.
  @Transactional
  public Enrolment enrol(Actor by, Draft draft) {
    var enrolment = enrol(draft);
    switch (enrolment) {
      case Seated(var place, String _, boolean _) -> append(by, place);
      case Waiting(var place, String _, int _, boolean _) -> append(by, place);
      case SentBefore _,
          AlreadyThere _,
          Elsewhere _,
          TooLate _,
          Full _,
          NoSession _,
          Refused _ -> {}
    }
    return enrolment;
  }

  /// The same under a mandate. Where it does not hold, or the name can't be put down, nothing is
  /// done and nothing stands in its journal.
  Enrolment enrol(Actor by, Draft draft, String mandate, String about) {
    return around
        .mandates()
        .act(
            new UnderMandate.Act(mandate, by, MANDATED, about, draft.form()),
            () -> enrol(by, draft),
            came -> came instanceof Seated || came instanceof Waiting || came instanceof SentBefore,
            acting -> new Refused(Map.of("mandate", acting.words())));
  }

  private void append(Actor by, Participation place) {
    around
        .trail()
        .append(by.did("learning.enrolment.act.written-down", place.reference().toString()));
  }

  private Enrolment enrol(Draft draft, Who who, Session session, Standing standing) {
    var now = around.now();
    var learner = who.learner();
    var times = Times.of(session);
    boolean inLine = standing.line() && !times.firstCome(now);
    var seat =
        inLine
            ? Optional.<Integer>empty()
            : seats.take(session.id(), draft.wish().target(), times.released(now));
    if (seat.isEmpty() && begun(session)) {
      return new Full();
    }
    var since =
        seat.isEmpty() && standing.credit() && who.proven()
            ? places.takeCredit(learner, session.course(), now).orElse(now)
            : now;
    boolean toConfirm =
        standing.noShows() >= NO_SHOWS && now.isBefore(Promotion.confirmBy(session));
    var state = seat.isPresent() ? State.CONFIRMED : State.WAITING;
    for (int drawn = 0; drawn < DRAWS; drawn++) {
      var row = new Row(draft, Reference.next(random), learner, state, seat.orElse(null));
      var id = places.add(row, new Line(now, since, toConfirm, who.proven()), session);
      if (id.isPresent()) {
        line.note(id.get(), new Note(state.name(), now, draft.takenBy()));
        if (who.seen()) {
          learners.doubt(learner);
        }
        return told(places.get(id.get()), session);
      }
      var twin = twin(draft, learner, session);
      if (twin.isPresent()) {
        seat.ifPresent(number -> seats.free(session.id(), number));
        return twin.get();
      }
    }
    throw new IllegalStateException("no reference is free");
  }

  /// What came between, when the same was sent twice at once.
  private Optional<Enrolment> twin(Draft draft, UUID learner, Session session) {
    return places
        .findByForm(draft.form())
        .<Enrolment>map(twin -> new SentBefore(twin, code(twin)))
        .or(() -> places.findActive(session.id(), learner).map(AlreadyThere::new))
        .or(() -> places.elsewhere(learner, session).map(Elsewhere::new));
  }

  private Enrolment told(Participation place, Session session) {
    var code = code(place);
    if (place.state() == State.CONFIRMED) {
      return new Seated(place, code, around.letters().seated(place, session, code));
    }
    int ahead = places.ahead(place);
    return new Waiting(place, code, ahead, around.letters().waiting(place, session, code, ahead));
  }

  /// The code that goes with the reference of a place.
  public String code(Participation place) {
    return around.codes().of(KIND, place.reference());
  }

  /// What somebody sees of their place.
  ///
  /// @param ahead how many wait longer, while they wait
  /// @param first whether a free seat is for whoever comes first now
  record Followed(
      Participation place, Session session, int ahead, boolean first, List<Event> events) {}

  /// The place that a reference and its code open.
  @Transactional(readOnly = true)
  Optional<Followed> follow(String reference, String code) {
    return find(reference, code).map(this::followed);
  }

  /// The booking that a reference and its code open.
  @Transactional(readOnly = true)
  public Optional<Booking> findBooking(String reference, String code) {
    return find(reference, code)
        .map(place ->
            Booking.of(
                place,
                around.courses().get(place.session()),
                line.events(place.id()).stream().map(Event::at).toList()));
  }

  private Followed followed(Participation place) {
    var session = around.courses().get(place.session());
    return new Followed(
        place,
        session,
        place.state() == State.WAITING ? places.ahead(place) : 0,
        open(session)
            && Times.of(session).firstCome(around.now())
            && seats.free(session.id()).all() > 0,
        line.events(place.id()));
  }

  /// The place that a reference and its code open, as it stands.
  @Transactional(readOnly = true)
  public Optional<Participation> find(String reference, String code) {
    return Reference.read(reference)
        .filter(read -> around.codes().opens(KIND, read, code))
        .flatMap(places::find);
  }

  /// Takes the seat that is offered, or in the last hours one that is free for whoever comes first.
  /// An offer that has ended is told so, unless nobody else waits: then it holds on.
  @Transactional
  public Acting accept(String reference, String code) {
    return hold(reference, code, (place, session) -> around.replies().accept(place, session, null));
  }

  /// Says again that they come.
  @Transactional
  Acting confirm(String reference, String code) {
    return hold(
        reference, code, (place, session) -> around.replies().confirm(place, session, null));
  }

  /// Turns an offer down and stays in the line, at its end.
  @Transactional
  Acting decline(String reference, String code) {
    return hold(
        reference, code, (place, session) -> around.replies().decline(place, session, null));
  }

  /// Stays away: the seat goes to whoever waits longest.
  @Transactional
  public Acting cancel(String reference, String code, Reason reason) {
    return hold(
        reference, code, (place, session) -> around.replies().cancel(place, session, reason));
  }

  /// Adds the telephone or the address that somebody has not given, so that they are told of
  /// changes.
  @Transactional
  Acting reach(String reference, String code, Optional<String> email, Optional<String> phone) {
    return hold(reference, code, (place, _) -> around.replies().reach(place, email, phone));
  }

  /// Erases the name and contact of whoever holds a place, once they come to nothing more by it.
  /// What is counted stays. Where it is not known whether whoever asked for it is the person, only
  /// this place forgets whose it was.
  @Transactional
  Acting erase(String reference, String code) {
    var found = find(reference, code);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var place = found.get();
    var session = around.courses().get(place.session());
    boolean awaited =
        place.proven()
            ? around.people().expected(place.learner().id())
            : place.state().coming() && !begun(session);
    if (awaited) {
      return new Not(place, "learning.enrolment.problem.cancel-first");
    }
    if (place.proven()) {
      learners.erase(place.learner().id(), around.today());
    } else {
      learners.part(place.id(), around.today());
    }
    return new Done(places.get(place.id()));
  }

  /// What is done with a place while its session is held.
  private interface Act {
    Acting on(Participation place, Session session);
  }

  /// Holds the session, lets pass what time has ended, and acts on the place as it then stands.
  private Acting hold(String reference, String code, Act act) {
    var found = find(reference, code);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var session = promotion.hold(found.get().session());
    return act.on(places.get(found.get().id()), session);
  }

  /// Whether seats of a session are kept for some still.
  boolean keeps(Session session) {
    return session.reservedPercent() > 0 && !Times.of(session).released(around.now());
  }

  /// Whether somebody of the staff can put a name down: until it ends, for whoever is at the door.
  boolean openAtTheDoor(Session session) {
    return session.planned() && around.now().isBefore(session.endsAt());
  }

  /// Whether a session can be joined still.
  boolean open(Session session) {
    return session.planned() && around.now().isBefore(session.startsAt());
  }
}
