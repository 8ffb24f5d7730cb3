package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.foyal.fibre.rollout.Fact;
import org.foyal.fibre.rollout.Rollout;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the room's figures, for the rooms that ask every room.
@Service
public class FibreFigures implements Figures {
  private final FibreCoverage coverage;
  private final Rollout rollout;
  private final Territory territory;

  FibreFigures(FibreCoverage coverage, Rollout rollout, Territory territory) {
    this.coverage = coverage;
    this.rollout = rollout;
    this.territory = territory;
  }

  /// By neighbourhood, and for the whole city where the files tell of all of it, as of the last
  /// file of operators in the period: `fibre.connectable`, `fibre.connectable-or-on-demand`,
  /// `fibre.orderable` and `fibre.late` (not connectable though the first day that was told has
  /// passed), each of all homes; and `fibre.median-wait`, in days, where half of the homes have it.
  /// Where somebody published a later count of the whole city, that one stands for
  /// `fibre.connectable` of the city. What a demonstration invented is in none; what nothing is
  /// known of has no figure.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    var today = coverage.today();
    var day = period.to().isBefore(today) ? period.to() : today;
    var question = Question.of(day);
    var told = new ArrayList<Figure>();
    var city = territory.city().map(Area::code);
    var counts =
        rollout.listCounts(coverage.at(question)).stream()
            .filter(fact -> !fact.held().example() && period.contains(fact.on().first()))
            .toList();
    coverage
        .find(question)
        .filter(CityCoverage::countsHomes)
        .filter(found -> period.contains(found.file()))
        .ifPresent(found -> {
          found
              .areas()
              .forEach(one -> one.area().ifPresent(code -> tell(code, one, found.file(), told)));
          city.filter(_ -> Published.isWhole(found.all().homes().all(), Published.whole(counts)))
              .ifPresent(code -> tell(code, found.all(), found.file(), told));
        });
    city.ifPresent(code -> publish(code, counts, told));
    return told;
  }

  private static void tell(String area, AreaCoverage one, LocalDate asOf, List<Figure> told) {
    var homes = one.homes();
    if (homes.all() > 0) {
      told.add(share("fibre.connectable", area, homes.connectable(), homes.all(), asOf));
      told.add(
          share(
              "fibre.connectable-or-on-demand",
              area,
              homes.connectable() + homes.onDemand(),
              homes.all(),
              asOf));
      told.add(share("fibre.orderable", area, homes.orderable(), homes.all(), asOf));
      told.add(share("fibre.late", area, one.behind().late(), homes.all(), asOf));
      one.waited_days()
          .ifPresent(days ->
              told.add(
                  new Figure("fibre.median-wait", area, days, OptionalLong.empty(), asOf, false)));
    }
  }

  private static Figure share(String key, String area, long count, long of, LocalDate asOf) {
    return new Figure(key, area, count, OptionalLong.of(of), asOf, false);
  }

  /// The latest count that was published, unless the files are later.
  private static void publish(String city, List<Fact> counts, List<Figure> told) {
    var latest =
        counts.stream().filter(fact -> fact.amount().of().isPresent()).reduce((_, later) -> later);
    boolean overtaken =
        told.stream()
            .anyMatch(one ->
                one.areaCode().equals(city)
                    && latest.filter(fact -> one.asOf().isBefore(fact.on().first())).isEmpty());
    if (latest.isPresent() && !overtaken) {
      told.removeIf(one -> one.areaCode().equals(city) && one.key().equals("fibre.connectable"));
      told.add(figure(city, latest.get()));
    }
  }

  private static Figure figure(String city, Fact fact) {
    return share(
        "fibre.connectable",
        city,
        fact.amount().number().orElseThrow(),
        fact.amount().of().orElseThrow(),
        fact.on().first());
  }
}
