package org.foyal.learning.progress;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.cases.codes.Codes;
import org.foyal.kernel.Reference;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Participation;
import org.foyal.learning.places.Places;
import org.foyal.learning.progress.Attestation.Checked;
import org.foyal.learning.progress.Progress.Around;
import org.foyal.learning.progress.Visits.Visit;
import org.foyal.people.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Attestations that somebody came to a course, and the check of one that somebody is shown. The
/// name is on the paper alone: it is kept nowhere.
@Service
public class Attestations {
  private static final String KIND = "attestation";
  private static final int DRAWS = 8;
  private static final int LONGEST_PLACE = 300;

  private final AttestationStore store;
  private final Progress progress;
  private final Attendance attendance;
  private final Courses courses;
  private final Neighbours neighbours;
  private final Around around;
  private final SecureRandom random = new SecureRandom();

  /// Whom it asks beside.
  @org.springframework.stereotype.Component("attestationNeighbours")
  record Neighbours(Places places, Codes codes) {}

  Attestations(
      AttestationStore store,
      Progress progress,
      Attendance attendance,
      Courses courses,
      Neighbours neighbours,
      Around around) {
    this.store = store;
    this.progress = progress;
    this.attendance = attendance;
    this.courses = courses;
    this.neighbours = neighbours;
    this.around = around;
  }

  /// What a paper says, but the name.
  ///
  /// @param code that goes with its reference
  /// @param sessions those that the person came to, in their order
  /// @param asked what the course is about
  record Draft(Attestation attestation, String code, List<Session> sessions, List<CanDo> asked) {}

  /// Whether there is something to attest: a session that somebody came to, and that is over.
  @Transactional(readOnly = true)
  boolean ready(Participation place) {
    return !progress.visits(place).held(now()).isEmpty();
  }

  /// What can be attested of somebody who has this place: the session, and the others of its series
  /// that they came to. The same again is the same attestation.
  @Transactional
  Optional<Draft> issue(Participation place) {
    var held = progress.visits(place).held(now());
    if (held.isEmpty()) {
      return Optional.empty();
    }
    var sessions = held.stream().map(Visit::session).toList();
    var made = issue(held.stream().map(one -> one.place().id()).toList(), sessions);
    return Optional.of(
        new Draft(
            made,
            neighbours.codes().of(KIND, made.reference()),
            sessions,
            progress.asked(sessions.getLast().course())));
  }

  private Attestation issue(List<Long> places, List<Session> sessions) {
    int minutes = (int) sessions.stream().map(Session::length).mapToLong(Duration::toMinutes).sum();
    var title = courses.findCourse(sessions.getLast().course()).orElseThrow().title();
    for (int drawn = 0; drawn < DRAWS; drawn++) {
      var before = store.find(places, minutes);
      if (before.isPresent()) {
        return before.get();
      }
      var made =
          new Attestation(
              Reference.next(random),
              places,
              title,
              where(sessions),
              minutes,
              day(sessions.getFirst().startsAt()),
              day(sessions.getLast().startsAt()),
              around.today(),
              sessions.stream().anyMatch(this::example));
      if (store.add(made)) {
        return made;
      }
    }
    throw new IllegalStateException("no reference is free");
  }

  /// Whether a demonstration invented a session, its course or its place.
  private boolean example(Session session) {
    return session.example()
        || courses.findCourse(session.course()).orElseThrow().example()
        || neighbours.places().get(session.place()).standing().example();
  }

  private String where(List<Session> sessions) {
    var names =
        sessions.stream()
            .map(Session::place)
            .distinct()
            .map(id -> neighbours.places().get(id).name())
            .collect(Collectors.joining(", "));
    return names.length() > LONGEST_PLACE ? names.substring(0, LONGEST_PLACE) : names;
  }

  /// Those at a session of whom something can be attested, by name.
  @Transactional(readOnly = true)
  List<Participation> people(UUID session) {
    return attendance.listSeated(session).stream()
        .filter(place -> place.state().attended() && ready(place))
        .toList();
  }

  /// A paper with the name that is to stand on it.
  ///
  /// @param enrolled whether that is the name of whoever has the place; the paper says so
  record Named(Draft draft, String name, boolean enrolled) {
    static Named of(Draft draft, Participation place, String name) {
      return new Named(draft, name, place.learner().isNamed(name));
    }
  }

  /// What can be attested of some people of a session, for the desk to print.
  ///
  /// @param names by the number of their places, as each wants to be named
  @Transactional
  List<Named> issue(Actor by, UUID session, Map<Long, String> names) {
    var made = new ArrayList<Named>();
    for (var place : people(session)) {
      var name = names.get(place.id());
      if (name != null) {
        issue(place).ifPresent(draft -> made.add(Named.of(draft, place, name)));
      }
    }
    if (!made.isEmpty()) {
      around.trail().append(by.did("learning.progress.act.attested", session.toString()));
    }
    return List.copyOf(made);
  }

  /// What there is to say of a paper that somebody is shown.
  @Transactional(readOnly = true)
  public Checked check(String reference, String code) {
    var found =
        Reference.read(reference)
            .filter(read -> neighbours.codes().opens(KIND, read, code))
            .flatMap(store::find);
    if (found.isEmpty()) {
      return new Checked.Unknown();
    }
    return store.holds(found.get())
        ? new Checked.Valid(found.get())
        : new Checked.NoLonger(found.get());
  }

  private Instant now() {
    return around.clock().instant();
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, around.city().timeZone());
  }
}
