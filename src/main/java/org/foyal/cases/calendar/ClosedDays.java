package org.foyal.cases.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the days on which the city is closed; administrators enter them. Each counts for
/// what is promised from then on: what was promised before keeps its date.
@Service
public class ClosedDays {
  /// So many years ahead a day can be entered.
  public static final int YEARS_AHEAD = 3;

  private static final List<Integer> DELAYS = List.of(1, 2, 3, 5, 10, 15, 20, 30, 60, 90, 120, 250);

  private final ClosedDayStore store;
  private final WorkingDays days;
  private final EnteredDays entered;
  private final Trail trail;
  private final Clock clock;
  private final ShellSettings shell;

  ClosedDays(
      ClosedDayStore store,
      WorkingDays days,
      EnteredDays entered,
      Trail trail,
      Clock clock,
      ShellSettings shell) {
    this.store = store;
    this.days = days;
    this.entered = entered;
    this.trail = trail;
    this.clock = clock;
    this.shell = shell;
  }

  /// A day on which the city is closed.
  ///
  /// @param name in French; of a day of the settings, nothing
  /// @param entered whether an administrator has entered it, and may take it out again
  public record Listed(LocalDate day, String name, boolean entered) {}

  /// The days to come, of this year and the two after it, the first first.
  @Transactional(readOnly = true)
  public List<Listed> list() {
    var today = today();
    var all = new ArrayList<Listed>();
    IntStream.range(today.getYear(), today.getYear() + YEARS_AHEAD)
        .mapToObj(days::closedIn)
        .forEach(year -> year.forEach((day, name) -> all.add(new Listed(day, name, false))));
    store.list(today).forEach(one -> all.add(new Listed(one.day(), one.name(), true)));
    return all.stream()
        .filter(one -> !one.day().isBefore(today))
        .sorted(Comparator.comparing(Listed::day))
        .toList();
  }

  /// How the date that is promised today would move for a delay.
  public record Moved(int working_days, LocalDate before, LocalDate after) {}

  /// What would change.
  ///
  /// @param moved the usual delays whose date would move
  /// @param promised how many open cases are promised for that day, and stay so
  public record Preview(List<Moved> moved, int promised) {}

  /// What would change if a day were closed, or open again.
  @Transactional(readOnly = true)
  public Preview preview(LocalDate day, boolean closed) {
    var wanted = store.days();
    if (closed) {
      wanted.add(day);
    } else {
      wanted.remove(day);
    }
    var then = days.with(wanted);
    var today = today();
    var moved =
        DELAYS.stream()
            .map(delay -> new Moved(delay, days.after(today, delay), then.after(today, delay)))
            .filter(one -> !one.before().equals(one.after()))
            .toList();
    return new Preview(moved, store.promised(day));
  }

  /// What can come of entering a day.
  public enum Entering {
    /// The city is closed then.
    DONE,
    /// It is over, or it is today: what is promised today is promised already.
    PAST,
    /// It is too far away.
    FAR,
    /// The city is closed then in any case.
    CLOSED_ALREADY
  }

  /// Whether a day can be entered.
  @Transactional(readOnly = true)
  public Entering check(LocalDate day) {
    if (!day.isAfter(today())) {
      return Entering.PAST;
    }
    if (day.isAfter(today().plusYears(YEARS_AHEAD))) {
      return Entering.FAR;
    }
    return days.isOpen(day) ? Entering.DONE : Entering.CLOSED_ALREADY;
  }

  /// Enters a day; of two who do at once, the second is told that it is there.
  @Transactional
  public Entering add(Actor by, ClosedDay made) {
    var may = check(made.day());
    if (may != Entering.DONE) {
      return may;
    }
    if (!store.add(made)) {
      return Entering.CLOSED_ALREADY;
    }
    entered.forget();
    trail.append(by.did("cases.act.closed-day", made.day() + " " + made.name()));
    return Entering.DONE;
  }

  /// Takes a day out that is to come. False: it is not there, or it is over.
  @Transactional
  public boolean remove(Actor by, LocalDate day) {
    if (!day.isAfter(today()) || !store.remove(day)) {
      return false;
    }
    entered.forget();
    trail.append(by.did("cases.act.open-day", day.toString()));
    return true;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shell.timeZone());
  }
}
