package org.foyal.things.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
  /// demonstration invented is in none; a city where no object ever reported in the period has no
  /// figure.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    var last = period.to().isBefore(today) ? period.to() : today;
    if (last.isBefore(period.from())) {
      return List.of();
    }
    var commune = territory.city().map(Area::code);
    var until = begins(last.plusDays(1));
    var week = last.minusDays(ALIVE_days - 1);
    var since = begins(week.isBefore(period.from()) ? period.from() : week);
    long stored = store.observations(begins(period.from()), until);
    var told = new ArrayList<Figure>();
    if (commune.isPresent() && stored > 0) {
      tell(store.heard(since, until, MOST), commune.get(), last, told);
      told.add(figure("things.observations", commune.get(), stored, last));
    }
    return told;
  }

  private void tell(List<Heard> heard, String commune, LocalDate asOf, List<Figure> told) {
    var byArea = new TreeMap<String, Long>();
    long all = 0;
    for (var one : heard) {
      var where = one.where();
      var area = where.flatMap(at -> territory.areaAt(at, Area.Kind.IRIS));
      area.ifPresent(found -> byArea.merge(found.code(), 1L, Long::sum));
      boolean here =
          where.isEmpty()
              || where
                  .flatMap(at -> territory.areaAt(at, Area.Kind.COMMUNE))
                  .filter(found -> found.code().equals(commune))
                  .isPresent();
      all += here ? 1 : 0;
    }
    byArea.forEach((code, count) -> told.add(figure("things.alive", code, count, asOf)));
    told.add(figure("things.alive", commune, all, asOf));
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(city.timeZone()).toInstant();
  }

  private static Figure figure(String key, String area, long count, LocalDate asOf) {
    return new Figure(key, area, count, OptionalLong.empty(), asOf, false);
  }
}
