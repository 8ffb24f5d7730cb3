package org.foyal.fibre.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.coverage.AreaCoverage.Behind;
import org.foyal.fibre.coverage.AreaCoverage.Homes;
import org.foyal.fibre.coverage.CityCoverage.Source;
import org.foyal.fibre.coverage.CoverageStore.Counted;
import org.foyal.fibre.coverage.Waits.Waited;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the coverage: how many homes of which area could have fibre on a day, as it is
/// known now or was known then. What a demonstration invented is asked for alone, never beside what
/// is real.
@Service
public class FibreCoverage {
  private static final int KEPT = 200;

  private final CoverageStore store;
  private final ShellSettings city;
  private final Clock clock;
  private final Cache<String, Answer> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  FibreCoverage(CoverageStore store, ShellSettings city, Clock clock) {
    this.store = store;
    this.city = city;
    this.clock = clock;
  }

  /// What is kept of one question while nothing changes.
  private record Answer(Optional<CityCoverage> coverage, List<Point> history) {}

  /// What is known of each area; empty while no file tells of any home.
  @Transactional(readOnly = true)
  public Optional<CityCoverage> find(Question question) {
    return answer(question).coverage();
  }

  /// The whole city on each day on which something changed, in order of day.
  @Transactional(readOnly = true)
  public List<Point> history(Question question) {
    return answer(question).history();
  }

  /// Today, where the city is.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), city.timeZone());
  }

  /// The two times of a question.
  AsOf at(Question question) {
    return question.at(clock.instant(), city.timeZone());
  }

  /// The first day by which this house knew anything.
  @Transactional(readOnly = true)
  Optional<LocalDate> knownSince() {
    return store.knownSince(city.timeZone().getId());
  }

  private Answer answer(Question question) {
    return kept.get(question + " " + store.stamp(), _ -> read(question));
  }

  private Answer read(Question question) {
    var at = at(question);
    var files = store.files(question.examples(), at);
    for (var source : Source.values()) {
      var file = files.get(source);
      if (file != null) {
        var counted = new Counted(source, question.examples(), at);
        var found = read(counted, file);
        if (found.all().homes().all() > 0) {
          return new Answer(Optional.of(found), sums(store.changes(counted)));
        }
      }
    }
    return new Answer(Optional.empty(), List.of());
  }

  private CityCoverage read(Counted counted, LocalDate file) {
    var homes = store.homes(counted);
    var behind = store.behind(counted);
    var waited = new HashMap<String, List<Waited>>();
    var everywhere = new ArrayList<Waited>();
    for (var one : store.waits(counted)) {
      waited.computeIfAbsent(one.area(), _ -> new ArrayList<>()).add(one.waited());
      everywhere.add(one.waited());
    }
    var areas =
        new TreeSet<>(homes.keySet())
            .stream()
                .sorted(java.util.Comparator.comparing(String::isEmpty))
                .map(area ->
                    new AreaCoverage(
                        area.isEmpty() ? Optional.empty() : Optional.of(area),
                        homes.getOrDefault(area, Homes.NONE),
                        behind.getOrDefault(area, Behind.NONE),
                        Waits.median(waited.getOrDefault(area, List.of()))))
                .toList();
    var all =
        new AreaCoverage(
            Optional.empty(),
            homes.values().stream().reduce(Homes.NONE, Homes::plus),
            behind.values().stream().reduce(Behind.NONE, Behind::plus),
            Waits.median(everywhere));
    return new CityCoverage(counted.source(), file, areas, all);
  }

  /// From what changed on each day to what stood on it.
  private static List<Point> sums(List<Point> changes) {
    var sums = new ArrayList<Point>();
    var sum = new Point(LocalDate.EPOCH, 0, 0, 0);
    for (var change : changes) {
      sum =
          new Point(
              change.day(),
              sum.connectable() + change.connectable(),
              sum.onDemand() + change.onDemand(),
              sum.of() + change.of());
      sums.add(sum);
    }
    return List.copyOf(sums);
  }
}
