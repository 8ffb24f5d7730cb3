package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Timetable;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Closes for some days, for a cyclone, works, a strike, a power cut: every session then is
/// cancelled, everybody who comes or waits is told once and keeps their turn, and nobody counts as
/// absent.
@Service
public class Closures {
  private static final int MOST = 2_000;
  private static final int TRIED = 3;

  private final Courses courses;
  private final Timetable timetable;
  private final SeatStore seats;
  private final ShellSettings city;
  private final Clock clock;
  private final ObjectProvider<Others> others;

  Closures(
      Courses courses,
      Timetable timetable,
      SeatStore seats,
      ShellSettings city,
      Clock clock,
      ObjectProvider<Others> others) {
    this.others = others;
    this.courses = courses;
    this.timetable = timetable;
    this.seats = seats;
    this.city = city;
    this.clock = clock;
  }

  /// The days that are closed, at one place or everywhere.
  ///
  /// @param until the last day, which is closed too
  public record Days(LocalDate from, LocalDate until, Optional<UUID> place) {}

  /// Whoever has something else that does not take place on closed days, for example appointments;
  /// rooms offer theirs as beans, and are asked before and when it is done.
  public interface Others {
    /// How many people closing would affect.
    int people(Days days);

    /// Takes everything of those days back and tells everybody.
    ///
    /// @return how many people
    int close(Actor by, Days days);
  }

  /// How many people besides those of sessions closing would affect.
  int others(Days days) {
    return others.stream().mapToInt(one -> one.people(days)).sum();
  }

  /// Takes back what is no session.
  ///
  /// @return how many people
  int closeOthers(Actor by, Days days) {
    return others.stream().mapToInt(one -> one.close(by, days)).sum();
  }

  /// A session that would be cancelled, with how many have a seat.
  record Affected(Session session, int people) {}

  /// What closing would cancel: what has not begun.
  List<Affected> preview(Days days) {
    var now = clock.instant();
    var from = days.from().atStartOfDay(city.timeZone()).toInstant();
    var until = days.until().plusDays(1).atStartOfDay(city.timeZone()).toInstant();
    return courses.upcoming(from.isBefore(now) ? now : from, MOST).stream()
        .filter(one -> one.planned() && one.startsAt().isBefore(until))
        .filter(one -> days.place().isEmpty() || days.place().get().equals(one.place()))
        .map(one -> new Affected(one, seats.taken(one.id())))
        .toList();
  }

  /// Cancels them, each on its own, whatever else somebody changes on it meanwhile.
  ///
  /// @return how many were cancelled
  int close(Actor by, Days days, Cancelled why) {
    return (int) preview(days).stream().filter(one -> cancel(by, one.session().id(), why)).count();
  }

  private boolean cancel(Actor by, UUID id, Cancelled why) {
    for (int tried = 0; tried < TRIED; tried++) {
      var session = courses.get(id);
      if (!session.planned()) {
        return false;
      }
      var outcome = timetable.cancel(by, id, session.version(), Scope.THIS, why);
      if (outcome instanceof Planning.Done) {
        return true;
      }
    }
    return false;
  }
}
