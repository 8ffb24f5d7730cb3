package org.foyal.fablab.machines;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.calendar.ClosedDays;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of when the lab is open: hours of the week, but on the days on which the lab, or the
/// whole city, is closed.
@Service
public class LabHours {
  private static final int LONGEST_days = 400;
  private static final int AHEAD_days = 60;

  private final HoursStore store;
  private final ClosedDays city;
  private final Trail trail;
  private final ZoneId zone;
  private final Clock clock;

  LabHours(HoursStore store, ClosedDays city, Trail trail, ShellSettings shell, Clock clock) {
    this.store = store;
    this.city = city;
    this.trail = trail;
    this.zone = shell.timeZone();
    this.clock = clock;
  }

  /// The openings that touch a while, the first first; each whole, also where it begins before or
  /// ends after.
  ///
  /// @throws IllegalArgumentException for more than 400 days
  @Transactional(readOnly = true)
  public List<Opening> between(Instant from, Instant until) {
    var first = LocalDate.ofInstant(from, zone);
    var last = LocalDate.ofInstant(until, zone);
    if (last.isAfter(first.plusDays(LONGEST_days))) {
      throw new IllegalArgumentException("asked for " + first + " to " + last);
    }
    var rules = store.list();
    var closed = closed();
    return first
        .datesUntil(last.plusDays(1))
        .filter(day -> !closed.containsKey(day))
        .flatMap(day -> on(day, rules))
        .filter(one -> one.from().isBefore(until) && one.until().isAfter(from))
        .sorted(Comparator.comparing(Opening::from).thenComparing(Opening::until))
        .toList();
  }

  private Stream<Opening> on(LocalDate day, List<WeeklyHours> rules) {
    return rules.stream()
        .filter(rule -> rule.on(day))
        .map(rule ->
            new Opening(
                day.atTime(rule.opens()).atZone(zone).toInstant(),
                day.atTime(rule.closes()).atZone(zone).toInstant(),
                rule.kind()));
  }

  /// The opening that holds a moment, if the lab is open then; where two do, the one with staff.
  @Transactional(readOnly = true)
  public Optional<Opening> at(Instant moment) {
    return between(moment, moment.plusMillis(1)).stream()
        .min(Comparator.comparing((Opening one) -> !one.kind().staffed()));
  }

  /// The next opening that begins after a moment, within two months.
  @Transactional(readOnly = true)
  public Optional<Opening> next(Instant moment) {
    var until = moment.atZone(zone).plusDays(AHEAD_days).toInstant();
    return between(moment, until).stream().filter(one -> one.from().isAfter(moment)).findFirst();
  }

  /// The days to come on which the lab or the whole city is closed, and why, in French; maybe
  /// without a reason.
  @Transactional(readOnly = true)
  public Map<LocalDate, String> closed() {
    var days = new TreeMap<LocalDate, String>();
    city.list().forEach(one -> days.put(one.day(), one.name()));
    days.putAll(store.closed());
    return days;
  }

  /// The days to come on which the lab alone is closed, and why.
  @Transactional(readOnly = true)
  public Map<LocalDate, String> closedAlone() {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var days = new TreeMap<>(store.closed());
    days.keySet().removeIf(day -> day.isBefore(today));
    return days;
  }

  /// The hours of the week, Monday first.
  @Transactional(readOnly = true)
  public List<WeeklyHours> listWeekly() {
    return store.list();
  }

  /// Enters hours; the same form twice enters them once.
  @Transactional
  public Written add(Actor by, WeeklyHours made) {
    if (overlaps(made)) {
      return Written.TAKEN;
    }
    if (store.add(made)) {
      trail.append(by.did("fablab.machines.act.hours", about(made)));
    }
    return Written.DONE;
  }

  /// Changes hours.
  @Transactional
  public Written update(Actor by, WeeklyHours made) {
    if (overlaps(made)) {
      return Written.TAKEN;
    }
    if (!store.update(made)) {
      return Written.OVERTAKEN;
    }
    trail.append(by.did("fablab.machines.act.hours", about(made)));
    return Written.DONE;
  }

  private boolean overlaps(WeeklyHours made) {
    return store.list().stream()
        .filter(one -> !one.id().equals(made.id()) && one.weekday() == made.weekday())
        .filter(one -> one.until().filter(made.since()::isAfter).isEmpty())
        .filter(one -> made.until().filter(one.since()::isAfter).isEmpty())
        .anyMatch(
            one -> one.opens().isBefore(made.closes()) && made.opens().isBefore(one.closes()));
  }

  /// Takes hours out.
  @Transactional
  public void remove(Actor by, UUID id) {
    store.list().stream()
        .filter(one -> one.id().equals(id))
        .forEach(one -> {
          store.remove(id);
          trail.append(by.did("fablab.machines.act.hours-out", about(one)));
        });
  }

  private static String about(WeeklyHours one) {
    return one.weekday() + " " + one.opens() + "–" + one.closes() + " " + one.kind();
  }

  /// Closes the lab for a day.
  @Transactional
  public void close(Actor by, LocalDate day, String why, boolean example) {
    store.close(day, why, example);
    trail.append(by.did("fablab.machines.act.closed", day + " " + why));
  }

  /// Opens the lab again on a day on which it alone was closed.
  @Transactional
  public void open(Actor by, LocalDate day) {
    store.open(day);
    trail.append(by.did("fablab.machines.act.opened", day.toString()));
  }
}
