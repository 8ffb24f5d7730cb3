package org.foyal.things.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.things.figures.ThingFigureStore.Heard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the room's figures, for the rooms that ask every room.
@Service
public class ThingFigures implements Figures {
  /// An object that said nothing for a week is not alive.
  private static final int ALIVE_days = 7;

  /// A city has fewer; what is beyond is not counted rather than held in memory.
  private static final int MOST = 200_000;

  private final ThingFigureStore store;
  private final Territory territory;
  private final ShellSettings city;
  private final Clock clock;

  ThingFigures(ThingFigureStore store, Territory territory, ShellSettings city, Clock clock) {
    this.store = store;
    this.territory = territory;
    this.city = city;
    this.clock = clock;
  }

  /// `things.alive`, by neighbourhood and for the whole city: objects that reported in the last
  /// seven days of the period, in the city those included of which nobody knows the place; and
  /// `things.observations` of the whole city, how many of the period are stored. What a
  /// demonstration invented is in none; a period in which no object ever reported has no figure.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    return figures(period, territory.city().map(Area::code));
  }

  /// The same for a commune.
  @Transactional(readOnly = true)
  List<Figure> figures(Period period, Optional<String> commune) {
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    var last = period.to().isBefore(today) ? period.to() : today;
    if (last.isBefore(period.from())) {
      return List.of();
    }
    var until = begins(last.plusDays(1));
    var week = last.minusDays(ALIVE_days - 1);
    var since = begins(week.isBefore(period.from()) ? period.from() : week);
    long stored = store.observations(begins(period.from()), until);
    var told = new ArrayList<Figure>();
    if (stored > 0) {
      tell(store.heard(since, until, MOST), commune, last, told);
      commune.ifPresent(code -> told.add(figure("things.observations", code, stored, last)));
    }
    return told;
  }

  private void tell(
      List<Heard> heard, Optional<String> commune, LocalDate asOf, List<Figure> told) {
    var byArea = new TreeMap<String, Long>();
    long all = 0;
    for (var one : heard) {
      var where = one.where();
      where
          .flatMap(at -> territory.areaAt(at, Area.Kind.IRIS))
          .ifPresent(found -> byArea.merge(found.code(), 1L, Long::sum));
      var there = where.flatMap(at -> territory.areaAt(at, Area.Kind.COMMUNE)).map(Area::code);
      all += where.isEmpty() || there.equals(commune) ? 1 : 0;
    }
    byArea.forEach((code, count) -> told.add(figure("things.alive", code, count, asOf)));
    if (commune.isPresent()) {
      told.add(figure("things.alive", commune.get(), all, asOf));
    }
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(city.timeZone()).toInstant();
  }

  private static Figure figure(String key, String area, long count, LocalDate asOf) {
    return new Figure(key, area, count, OptionalLong.empty(), asOf, false);
  }
}
