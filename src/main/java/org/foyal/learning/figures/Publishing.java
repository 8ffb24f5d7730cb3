package org.foyal.learning.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.cases.figures.Waiting;
import org.foyal.kernel.Quarter;
import org.foyal.learning.activity.Disclosure;
import org.foyal.learning.figures.HeldStore.Within;
import org.foyal.learning.figures.PeopleCounts.Waited;
import org.foyal.learning.figures.Published.Tally;
import org.foyal.learning.figures.Tab.Cell;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Publishes what may be told of people: a quarter at a time, once it is over and two weeks have
/// let late records come in. Periods that are over never share a day, so that none is taken from
/// another.
@Component
class Publishing {
  /// So many quarters are looked at again for corrections.
  private static final int LOOKED_AT = 8;

  private final PeopleStore people;
  private final FigurePublicationStore publications;
  private final Clock clock;
  private final ShellSettings shell;

  Publishing(
      PeopleStore people, FigurePublicationStore publications, Clock clock, ShellSettings shell) {
    this.people = people;
    this.publications = publications;
    this.clock = clock;
    this.shell = shell;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shell.timeZone());
  }

  Within within(org.foyal.kernel.Period period) {
    return new Within(period, shell.timeZone(), clock.instant());
  }

  /// The last quarter that is over for so long that it is published.
  Quarter due() {
    return Quarter.due(today());
  }

  /// Publishes what is due.
  @Transactional
  void publish() {
    var quarter = due();
    for (int back = 0; back < LOOKED_AT; back++) {
      publish(quarter);
      quarter = quarter.before();
    }
  }

  /// Publishes a quarter, or a correction of it, unless there is nothing to say or nothing new. Of
  /// a correction, those tables wait that would give somebody away beside any version that was ever
  /// published, and stay as they stand; since when is kept.
  ///
  /// @return whether it did
  @Transactional
  boolean publish(Quarter quarter) {
    var versions = publications.versions(quarter);
    var counted = people.count(within(quarter.period())).naming(versions);
    if (counted.nothing() && versions.isEmpty()) {
      return false;
    }
    if (versions.isEmpty()) {
      return publications.add(new Published(quarter, 1, today(), numbers(counted, versions)));
    }
    var before = versions.getLast();
    if (same(before, counted)) {
      publications.mark(quarter, Optional.empty());
      return false;
    }
    var made = numbers(counted, versions);
    var numbers = new HashMap<Cell, Tally>();
    boolean waits = false;
    var sums = Sums.of(counted);
    for (int i = 0; i < sums.size(); i++) {
      var tabs = Sums.TABLES.get(i);
      var stood = before.of(tabs);
      var after = Published.only(made, tabs);
      boolean may = stood.equals(after) || Correction.may(versions, tabs, after, sums.get(i));
      numbers.putAll(may ? after : stood);
      waits |= !may;
    }
    publications.mark(quarter, waits ? Optional.of(today()) : Optional.empty());
    return !before.numbers().equals(numbers)
        && publications.add(new Published(quarter, before.version() + 1, today(), numbers));
  }

  /// Whether all is as it was published last, so that there is nothing to judge.
  private static boolean same(Published before, PeopleCounts counted) {
    var numbers = new HashMap<Cell, Tally>();
    Sums.of(counted)
        .forEach(some ->
            some.forEach(sum ->
                numbers.put(
                    sum.cell(), new Tally(sum.people(), before.shown(sum.cell()).isPresent()))));
    numbers.putAll(waits(counted.waits(), before.shown()));
    return numbers.equals(before.numbers());
  }

  /// What was counted, with what may be shown; what an earlier version hid is hidden for ever.
  private static Map<Cell, Tally> numbers(PeopleCounts counted, List<Published> versions) {
    var sums = Sums.of(counted);
    var hidden =
        versions.stream()
            .flatMap(one -> one.hidden().stream())
            .collect(Collectors.toUnmodifiableSet());
    var shown = Suppression.shownOf(sums, hidden);
    var numbers = new HashMap<>(waits(counted.waits(), shown));
    sums.forEach(some ->
        some.forEach(
            sum -> numbers.put(sum.cell(), new Tally(sum.people(), shown.contains(sum.cell())))));
    return numbers;
  }

  /// How long people waited, where it is told how many asked, of everybody, by neighbourhood and by
  /// audience.
  private static Map<Cell, Tally> waits(List<Waited> waits, Set<Cell> shown) {
    var days = new HashMap<Cell, Tally>();
    if (shown.contains(Tab.ASKED.all())) {
      days.putAll(wait(Tab.WAIT, "", waits));
    }
    waits.stream()
        .collect(Collectors.groupingBy(Waited::area))
        .forEach((area, some) -> {
          if (shown.contains(Tab.ASKED_AT.part(area))) {
            days.putAll(wait(Tab.WAIT_AT, area, some));
          }
        });
    waits.stream()
        .collect(Collectors.groupingBy(Waited::audience))
        .forEach((audience, some) -> {
          if (shown.contains(Tab.ASKED_FOR.part(audience))) {
            days.putAll(wait(Tab.WAIT_FOR, audience, some));
          }
        });
    return days;
  }

  /// Half of those who asked waited no longer than that; told of eleven people or more.
  private static Map<Cell, Tally> wait(Tab tab, String group, List<Waited> some) {
    var waiting = Waiting.of(some.stream().map(Waited::step).toList());
    var days = new HashMap<Cell, Tally>();
    if (waiting.asked() >= Disclosure.LEAST) {
      waiting
          .median()
          .ifPresent(median -> {
            days.put(tab.wait(group, Tab.DAYS), new Tally(median.days(), true));
            days.put(tab.wait(group, Tab.FROM_DAY), new Tally(median.from(), true));
            median.to().ifPresent(to -> days.put(tab.wait(group, Tab.TO_DAY), new Tally(to, true)));
          });
    }
    return days;
  }
}
