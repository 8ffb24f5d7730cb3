package org.foyal.learning.courses;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning.Conflict;
import org.foyal.learning.courses.Planning.Conflicting;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Planning.Why;
import org.foyal.learning.courses.Scheduling.Outcome;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of when and where courses are held, for whoever plans them: one session or a series,
/// all of it or nothing.
@Service
public class Timetable {
  private final Scheduling scheduling;
  private final Fitness fitness;
  private final CityDays city;
  private final Trail trail;
  private final TransactionTemplate transactions;

  Timetable(
      Scheduling scheduling,
      Fitness fitness,
      CityDays city,
      Trail trail,
      TransactionTemplate transactions) {
    this.scheduling = scheduling;
    this.fitness = fitness;
    this.city = city;
    this.trail = trail;
    this.transactions = transactions;
  }

  /// A day of a plan.
  ///
  /// @param closed why the city is closed then, in French and maybe empty, if it is
  /// @param conflicts what is in the way then
  public record Day(LocalDate day, Optional<String> closed, List<Conflict> conflicts) {
    /// Keeps the list as it is.
    public Day {
      conflicts = List.copyOf(conflicts);
    }
  }

  /// Why a new session, or a new series, can't be, whoever else has plans.
  @Transactional(readOnly = true)
  public Optional<Why> check(Plan plan, Repetition repetition) {
    return fitness.refuse(plan, repetition);
  }

  /// Why a change of a session can't be.
  @Transactional(readOnly = true)
  public Optional<Why> check(Session session, Plan plan) {
    return fitness.refuse(plan, Optional.of(scheduling.planOf(session)));
  }

  /// The days of a plan, those that are left out too, with what stands against each.
  @Transactional(readOnly = true)
  public List<Day> preview(Plan plan, Repetition repetition) {
    return days(repetition.days(plan.day()).stream(), scheduling.conflicts(plan, repetition));
  }

  /// The days on which the sessions that a change is for would be.
  @Transactional(readOnly = true)
  public List<Day> preview(Session session, Plan plan, Scope scope) {
    var moves = scheduling.moves(session, plan, scope);
    return days(moves.stream().map(move -> move.after().day()), scheduling.conflicts(moves));
  }

  private List<Day> days(Stream<LocalDate> days, List<Conflict> conflicts) {
    var closed = city.closed();
    return days.map(day ->
            new Day(
                day,
                Optional.ofNullable(closed.get(day)),
                conflicts.stream().filter(one -> one.day().equals(day)).toList()))
        .toList();
  }

  /// A session as it stands, as a plan.
  @Transactional(readOnly = true)
  public Plan planOf(Session session) {
    return scheduling.planOf(session);
  }

  /// The sessions that a change is for, the soonest first.
  @Transactional(readOnly = true)
  public List<Session> inScope(Session session, Scope scope) {
    return scheduling.inScope(session, scope);
  }

  /// Plans a session or a series. The same form twice makes it once.
  ///
  /// @param form the name of the form, which the first session bears
  /// @param example whether a demonstration invents it
  public Planning plan(Actor by, UUID form, Plan plan, Repetition repetition, boolean example) {
    return within(
        by, "learning.courses.act.planned", () -> scheduling.plan(form, plan, repetition, example));
  }

  /// Changes a session, and as many others of its series as are meant: what is changed on it is
  /// changed on them, what else they have of their own stays.
  ///
  /// @param version of the session that this was decided on
  public Planning change(Actor by, UUID session, int version, Plan plan, Scope scope) {
    return within(
        by,
        "learning.courses.act.changed",
        () -> Outcome.of(scheduling.change(session, version, plan, scope)));
  }

  /// Says that a session, or as many of its series as are meant, does not take place.
  ///
  /// @param version of the session that this was decided on
  public Planning cancel(Actor by, UUID session, int version, Scope scope, Cancelled why) {
    return within(
        by,
        "learning.courses.act.cancelled",
        () -> Outcome.of(scheduling.cancel(session, version, scope, why)));
  }

  /// Does it in one transaction. Where somebody who holds nothing was quicker, or the same form
  /// came twice at once, the database says no; then it is tried once more, and tells what is there.
  /// Where it says no again, something is taken, whoever took it.
  private Planning within(Actor by, String act, Supplier<Outcome> work) {
    return unlessTaken(by, act, work)
        .or(() -> unlessTaken(by, act, work))
        .orElseGet(() -> new Conflicting(List.of()));
  }

  private Optional<Planning> unlessTaken(Actor by, String act, Supplier<Outcome> work) {
    try {
      return Optional.of(once(by, act, work));
    } catch (DataIntegrityViolationException there) {
      var why = String.valueOf(there.getMessage());
      if (!why.contains("never_booked_twice") && !why.contains("session_pkey")) {
        throw there;
      }
      return Optional.empty();
    }
  }

  private Planning once(Actor by, String act, Supplier<Outcome> work) {
    var outcome =
        transactions.execute(_ -> {
          var came = work.get();
          if (came.written() && came.planning() instanceof Done(var sessions)) {
            var first = sessions.getFirst();
            var about = first.course() + " " + first.startsAt() + " " + first.id();
            trail.append(
                by.did(act, sessions.size() == 1 ? about : about + " × " + sessions.size()));
          }
          return came.planning();
        });
    return outcome == null ? new Conflicting(List.of()) : outcome;
  }
}
