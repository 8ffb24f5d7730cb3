package org.foyal.equality.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.foyal.equality.registry.Indicator.Nature;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Asks every room for its figures and the territory for its scores. What a demonstration invented
/// is left out: it never speaks of a real area.
@Component
public class Feeding {
  private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  /// So many quarters that are over are asked for again: a file may come late.
  private static final int QUARTERS = 4;

  private static final int MONTHS = 3;

  private final List<Figures> rooms;
  private final Registry registry;
  private final Territory territory;
  private final ShellSettings city;
  private final Clock clock;

  Feeding(
      List<Figures> rooms,
      Registry registry,
      Territory territory,
      ShellSettings city,
      Clock clock) {
    this.rooms = rooms;
    this.registry = registry;
    this.territory = territory;
    this.city = city;
    this.clock = clock;
  }

  /// The same with one more room.
  public Feeding with(Figures room) {
    var more = new ArrayList<>(rooms);
    more.add(room);
    return new Feeding(more, registry, territory, city, clock);
  }

  /// Asks once, and keeps what is new: first of the neighbourhoods, then of the city as a whole,
  /// since no list may hold both.
  public List<Registry.Kept> feed() {
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    var told = new ArrayList<Reading>();
    figures(new Period(BEGINNING, today), Nature.STOCK, told);
    var first =
        LocalDate.of(today.getYear(), 1 + MONTHS * ((today.getMonthValue() - 1) / MONTHS), 1);
    for (int back = QUARTERS; back >= 1; back--) {
      var from = first.minusMonths((long) back * MONTHS);
      figures(new Period(from, from.plusMonths(MONTHS).minusDays(1)), Nature.FLOW, told);
    }
    scores(told);
    var parts = told.stream().filter(one -> kind(one) == Area.Kind.IRIS).toList();
    var wholes = told.stream().filter(one -> kind(one) == Area.Kind.COMMUNE).toList();
    return List.of(registry.keep(parts), registry.keep(wholes));
  }

  private Area.Kind kind(Reading reading) {
    return territory.findArea(reading.area()).map(Area::kind).orElse(Area.Kind.IRIS);
  }

  private void figures(Period period, Nature nature, List<Reading> told) {
    for (var room : rooms) {
      figures(room, period)
          .filter(figure -> !figure.synthetic())
          .filter(figure ->
              Indicators.find(figure.key()).filter(one -> one.nature() == nature).isPresent())
          .forEach(figure ->
              told.add(
                  new Reading(
                      told.size() + 1,
                      figure.key(),
                      figure.areaCode(),
                      quarter(nature == Nature.FLOW ? period.to() : figure.asOf()),
                      new Reading.Told(
                          figure.count(),
                          figure.of().isPresent() ? figure.of().getAsLong() : null,
                          null),
                      room.getClass().getSimpleName().replaceFirst("\\$.*", ""),
                      figure.asOf())));
    }
  }

  /// A room whose database does not answer tonight has no figures tonight; the others are heard.
  private static Stream<Figure> figures(Figures room, Period period) {
    try {
      return room.figures(period).stream();
    } catch (DataAccessException silent) {
      LOG.warn("{} gave no figures tonight", room.getClass().getSimpleName(), silent);
      return Stream.empty();
    }
  }

  private void scores(List<Reading> told) {
    for (var score : territory.listScores()) {
      if (Indicators.FRAGILITY.contains(score.indicator())) {
        told.add(
            new Reading(
                told.size() + 1,
                score.indicator(),
                score.areaCode(),
                score.period(),
                new Reading.Told(null, null, (double) score.score()),
                score.from().source(),
                score.period().matches("(19|20)\\d\\d")
                    ? LocalDate.of(Integer.parseInt(score.period()), 12, 31)
                    : LocalDate.ofInstant(score.from().importedAt(), city.timeZone())));
      }
    }
  }

  /// The quarter that holds a day, for example `2026-T4`.
  static String quarter(LocalDate day) {
    return day.getYear() + "-T" + (1 + (day.getMonthValue() - 1) / MONTHS);
  }
}
