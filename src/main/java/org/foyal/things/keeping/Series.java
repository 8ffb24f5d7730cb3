package org.foyal.things.keeping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.shell.ShellSettings;
import org.foyal.things.keeping.Charted.Step;
import org.foyal.things.keeping.SeriesStore.Period;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The façade for charts: what a datastream reported in a period, in as many points as one can see.
///
/// Always exact: what was touched and not worked out yet is worked out for the answer.
@Service
public class Series {
  /// More points no answer holds.
  public static final int MOST = 5_000;

  private static final int SEEN = 1_000;

  private final SeriesStore store;
  private final RollupStore rollups;
  private final ZoneId zone;

  Series(SeriesStore store, RollupStore rollups, ShellSettings city) {
    this.store = store;
    this.rollups = rollups;
    this.zone = city.timeZone();
  }

  /// The points of a period: single readings where they are few, else hours, else days. An hour or
  /// a day that the period begins in counts whole.
  ///
  /// @param step what a point shall stand for; empty: what a chart can show
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Charted chart(long datastream, Instant since, Instant until, Optional<Step> step) {
    if (!store.has(datastream)) {
      return new Charted.Unknown(datastream);
    }
    var asked = new Period(datastream, since, until);
    var chosen = step.orElseGet(() -> fitting(asked));
    var points =
        switch (chosen) {
          case READING -> store.readings(asked, MOST + 1);
          case HOUR -> hours(asked);
          case DAY -> days(asked);
        };
    return points.size() > MOST ? new Charted.TooMany(MOST) : new Charted.Points(chosen, points);
  }

  private Step fitting(Period asked) {
    if (!store.isArchived(asked) && store.readings(asked, SEEN + 1).size() <= SEEN) {
      return Step.READING;
    }
    return Duration.between(asked.since(), asked.until()).toHours() <= SEEN
            || hours(asked).size() <= SEEN
        ? Step.HOUR
        : Step.DAY;
  }

  private List<Point> hours(Period asked) {
    var whole =
        new Period(asked.datastream(), asked.since().truncatedTo(ChronoUnit.HOURS), asked.until());
    var pending = store.pendingHours(whole);
    var anew = pending.stream().map(RollupStore.Hour::begins).collect(Collectors.toSet());
    return together(
        store.hours(whole, MOST + 1 + pending.size()),
        rollups.workOutHours(pending),
        anew,
        begins -> begins.plus(1, ChronoUnit.HOURS));
  }

  private List<Point> days(Period asked) {
    var first = LocalDate.ofInstant(asked.since(), zone);
    var end = LocalDate.ofInstant(asked.until().minusNanos(1), zone).plusDays(1);
    var pending = new HashSet<>(store.pendingDays(asked.datastream()));
    store
        .allPendingHours(asked.datastream())
        .forEach(hour -> pending.addAll(Stretch.daysOf(hour, zone)));
    pending.removeIf(day -> day.isBefore(first) || !day.isBefore(end));
    var stretches = pending.stream().map(day -> Stretch.of(asked.datastream(), day, zone)).toList();
    var anew = stretches.stream().map(Stretch::since).collect(Collectors.toSet());
    return together(
        store.days(asked.datastream(), first, end, zone, MOST + 1 + pending.size()),
        rollups.workOutDays(stretches, zone),
        anew,
        begins -> LocalDate.ofInstant(begins, zone).plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static List<Point> together(
      List<Rolled> kept,
      List<Rolled> workedOut,
      Set<Instant> anew,
      Function<Instant, Instant> until) {
    var all = new ArrayList<Rolled>(workedOut);
    kept.stream().filter(one -> !anew.contains(one.begins())).forEach(all::add);
    return all.stream()
        .sorted(Comparator.comparing(Rolled::begins))
        .map(one ->
            new Point(
                one.begins(),
                until.apply(one.begins()),
                one.readings(),
                one.minimum(),
                one.mean(),
                one.maximum()))
        .toList();
  }
}
