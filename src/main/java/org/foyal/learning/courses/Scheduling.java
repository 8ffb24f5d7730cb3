package org.foyal.learning.courses;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.learning.courses.OccupationStore.Taking;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning.Conflict;
import org.foyal.learning.courses.Planning.Conflicting;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Planning.Overtaken;
import org.foyal.learning.courses.Planning.Refused;
import org.foyal.learning.courses.Planning.Why;
import org.foyal.learning.courses.Session.Cancelled;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes plans down, within the transaction of [Timetable]. Whoever changes a series holds it
/// first, then its sessions, then what they take, always in that order, so that two who do at once
/// wait for each other and none is refused for no reason.
@Component
class Scheduling {
  private final TimetableStore sessions;
  private final OccupationStore occupations;
  private final Fitness fitness;
  private final ObjectProvider<SeatsLeft> seats;
  private final ApplicationEventPublisher events;
  private final CityDays city;

  Scheduling(
      TimetableStore sessions,
      OccupationStore occupations,
      Fitness fitness,
      ObjectProvider<SeatsLeft> seats,
      ApplicationEventPublisher events,
      CityDays city) {
    this.sessions = sessions;
    this.occupations = occupations;
    this.fitness = fitness;
    this.seats = seats;
    this.events = events;
    this.city = city;
  }

  /// A session and what becomes of it.
  record Move(Session session, Plan before, Plan after) {}

  /// What came of it, and whether anything was written.
  record Outcome(Planning planning, boolean written) {
    static Outcome of(Planning planning) {
      return new Outcome(planning, planning instanceof Done(var some) && !some.isEmpty());
    }
  }

  /// A new session with its name.
  private record Made(UUID id, Plan plan) {}

  /// Plans sessions. The same form twice makes them once.
  ///
  /// @param form the name of the first of them
  Outcome plan(UUID form, Plan plan, Repetition repetition, boolean example) {
    fitness.hold(plan.place());
    occupations.lock(plan.taken());
    var there = sessions.find(form);
    return there.isPresent()
        ? new Outcome(new Done(List.of(there.get())), false)
        : Outcome.of(write(form, plan, repetition, example));
  }

  private Planning write(UUID form, Plan plan, Repetition repetition, boolean example) {
    var wrong = fitness.refuse(plan, repetition);
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    var made = made(form, plan, repetition);
    var wanted = made.stream().flatMap(one -> takings(one.id(), one.plan())).toList();
    var conflicts = occupations.conflicts(wanted, List.of());
    if (!conflicts.isEmpty()) {
      return new Conflicting(conflicts);
    }
    var series = repetition.rhythm().map(rhythm -> sessions.addSeries(UUID.randomUUID(), rhythm));
    made.forEach(one -> sessions.add(one.id(), series, one.plan(), city, example));
    occupations.take(wanted);
    return new Done(made.stream().flatMap(one -> sessions.find(one.id()).stream()).toList());
  }

  private static List<Made> made(UUID form, Plan plan, Repetition repetition) {
    var days =
        repetition.days(plan.day()).stream()
            .filter(day -> !repetition.without().contains(day))
            .toList();
    return days.stream()
        .map(day -> new Made(day.equals(days.getFirst()) ? form : UUID.randomUUID(), plan.on(day)))
        .toList();
  }

  private Stream<Taking> takings(UUID session, Plan plan) {
    var from = plan.startsAt(city.zone()).minusSeconds(60L * plan.setUp_minutes());
    var until = plan.endsAt(city.zone()).plusSeconds(60L * plan.cleanUp_minutes());
    return plan.taken().stream()
        .map(resource -> new Taking(session, plan.day(), resource, from, until));
  }

  /// What is in the way of a plan on each of its days.
  List<Conflict> conflicts(Plan plan, Repetition repetition) {
    var wanted =
        repetition.days(plan.day()).stream()
            .flatMap(day -> takings(UUID.randomUUID(), plan.on(day)))
            .toList();
    return occupations.conflicts(wanted, List.of());
  }

  /// What is in the way of some changes.
  List<Conflict> conflicts(List<Move> moves) {
    var wanted = moves.stream().flatMap(one -> takings(one.session().id(), one.after())).toList();
    return occupations.conflicts(wanted, ids(moves));
  }

  /// What a change does to each session that it is for.
  List<Move> moves(Session edited, Plan plan, Scope scope) {
    var before = planOf(edited);
    return inScope(edited, scope).stream()
        .map(one -> {
          var own = one.id().equals(edited.id()) ? before : planOf(one);
          return new Move(one, own, own.changed(before, plan));
        })
        .toList();
  }

  Plan planOf(Session session) {
    return Plan.of(session, occupations.with(session.id()), city.zone());
  }

  /// The sessions that a change is for, the soonest first.
  List<Session> inScope(Session edited, Scope scope) {
    if (scope == Scope.THIS || edited.series().isEmpty()) {
      return List.of(edited);
    }
    return sessions.listSeries(edited.series().get()).stream()
        .filter(one -> one.planned() && one.startsAt().isAfter(city.now()))
        .filter(one -> scope == Scope.ALL || !one.startsAt().isBefore(edited.startsAt()))
        .toList();
  }

  /// Holds a session and its series, unless it can't be changed.
  private Optional<Planning> hold(UUID id, int version) {
    sessions.find(id).flatMap(Session::series).ifPresent(sessions::lockSeries);
    var held = sessions.lock(id);
    if (held.filter(one -> one.version() == version).isEmpty()) {
      return Optional.of(new Overtaken());
    }
    if (!held.get().planned()) {
      return Optional.of(new Refused(Why.CANCELLED));
    }
    return held.get().startsAt().isAfter(city.now())
        ? Optional.empty()
        : Optional.of(new Refused(Why.OVER));
  }

  Planning change(UUID id, int version, Plan plan, Scope scope) {
    var no = hold(id, version);
    if (no.isPresent()) {
      return no.get();
    }
    var moves = moves(sessions.find(id).orElseThrow(), plan, scope);
    moves.stream().map(move -> move.after().place()).distinct().sorted().forEach(fitness::hold);
    var resources = new HashSet<UUID>();
    moves.forEach(move -> resources.addAll(move.after().taken()));
    occupations.lock(resources);
    var wrong = moves.stream().flatMap(move -> refuse(move).stream()).findFirst();
    if (wrong.isPresent()) {
      return new Refused(wrong.get());
    }
    var conflicts = conflicts(moves);
    if (!conflicts.isEmpty()) {
      return new Conflicting(conflicts);
    }
    var changed = moves.stream().filter(move -> !move.before().equals(move.after())).toList();
    occupations.free(ids(changed), city.now());
    changed.forEach(this::write);
    occupations.take(
        changed.stream().flatMap(one -> takings(one.session().id(), one.after())).toList());
    return new Done(
        changed.stream().flatMap(one -> sessions.find(one.session().id()).stream()).toList());
  }

  private Optional<Why> refuse(Move move) {
    return fitness.refuse(move.after(), Optional.of(move.before())).or(() -> crowded(move));
  }

  /// Whether more seats are given away than there would be; asked while the session is held.
  private Optional<Why> crowded(Move move) {
    if (move.after().seats() >= move.before().seats()) {
      return Optional.empty();
    }
    var asked = seats.getIfAvailable();
    return asked != null && asked.taken(move.session().id()) > move.after().seats()
        ? Optional.of(Why.SEATS_TAKEN)
        : Optional.empty();
  }

  private void write(Move move) {
    boolean moved = moved(move.before(), move.after());
    boolean handed = !move.before().with().equals(move.after().with());
    sessions.update(move.session().id(), move.after(), city, moved || handed);
    if (!move.before().place().equals(move.after().place())) {
      sessions.leave(move.session().id(), move.before().place(), move.after().place(), city.now());
    }
    if (moved) {
      events.publishEvent(new SessionChanged(move.session().id(), SessionChanged.What.MOVED));
    }
    if (move.after().seats() > move.before().seats()) {
      events.publishEvent(new SessionChanged(move.session().id(), SessionChanged.What.WIDENED));
    }
  }

  /// Whether whoever comes must be told: what they counted on is another thing, or gone.
  private static boolean moved(Plan before, Plan after) {
    return !before.day().equals(after.day())
        || !before.from().equals(after.from())
        || !before.until().equals(after.until())
        || !before.place().equals(after.place())
        || !before.room().equals(after.room())
        || !before.course().equals(after.course())
        || before.language() != after.language()
        || before.womenOnly() != after.womenOnly()
        || (before.childcare() && !after.childcare())
        || (before.stepFree() && !after.stepFree());
  }

  Planning cancel(UUID id, int version, Scope scope, Cancelled why) {
    var no = hold(id, version);
    if (no.isPresent()) {
      return no.get();
    }
    var gone = inScope(sessions.find(id).orElseThrow(), scope).stream().map(Session::id).toList();
    sessions.cancel(gone, why, city.now());
    occupations.release(gone);
    gone.forEach(
        one -> events.publishEvent(new SessionChanged(one, SessionChanged.What.CANCELLED)));
    return new Done(gone.stream().flatMap(one -> sessions.find(one).stream()).toList());
  }

  private static Collection<UUID> ids(List<Move> moves) {
    return moves.stream().map(one -> one.session().id()).toList();
  }
}
