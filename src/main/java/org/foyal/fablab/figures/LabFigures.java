package org.foyal.fablab.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.PeopleGate;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.kernel.ShownTable;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the lab’s figures.
@Service
public class LabFigures implements Figures {
  static final String TRAINED = "fablab.trained";

  private static final Logger LOG = LoggerFactory.getLogger(LabFigures.class);
  private static final int HOUR_minutes = 60;

  private final LabFigureStore store;
  private final Territory territory;
  private final ShellSettings city;
  private final Clock clock;
  private final PeopleGate gate;

  LabFigures(
      LabFigureStore store, Territory territory, ShellSettings city, Clock clock, PeopleGate gate) {
    this.gate = gate;
    this.store = store;
    this.territory = territory;
    this.city = city;
    this.clock = clock;
  }

  /// What may be told of a period.
  ///
  /// @param trained of people, what was released
  public record Told(
      LocalDate asOf,
      long machines,
      long bookings,
      long hours,
      long projects,
      long sensors,
      Optional<ShownTable> trained,
      boolean nothing) {}

  /// Of the whole city, once the lab has anything to count: `fablab.machines` in use today,
  /// `fablab.bookings` at which somebody came, `fablab.hours` of them, `fablab.projects` published,
  /// `fablab.sensors` that people put on the map; and `fablab.trained`, people who were granted a
  /// level, each once a quarter, by where they live too, as far as it was released for the quarters
  /// that lie in the period. What a demonstration invented is in none.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    var told = told(period);
    var whole = territory.city().map(Area::code);
    var figures = new ArrayList<>(ShownTable.figures(gate.list(TRAINED, period), whole));
    if (told.nothing() || whole.isEmpty()) {
      return figures;
    }
    var code = whole.get();
    figures.add(figure("fablab.machines", code, told.machines(), told));
    figures.add(figure("fablab.bookings", code, told.bookings(), told));
    figures.add(figure("fablab.hours", code, told.hours(), told));
    figures.add(figure("fablab.projects", code, told.projects(), told));
    figures.add(figure("fablab.sensors", code, told.sensors(), told));
    return figures;
  }

  /// The same of a quarter for the lab’s own page.
  @Transactional(readOnly = true)
  public Told told(Quarter quarter) {
    var told = told(quarter.period());
    return new Told(
        told.asOf(),
        told.machines(),
        told.bookings(),
        told.hours(),
        told.projects(),
        told.sensors(),
        gate.find(TRAINED, quarter),
        told.nothing());
  }

  /// Lets out what may be told of people, of the quarters that are over, with what was noted late.
  @Transactional
  public void release() {
    var zone = city.timeZone();
    gate.releaseDue(
            TRAINED,
            LocalDate.ofInstant(clock.instant(), zone),
            quarter -> store.trained(quarter.from(zone), quarter.until(zone)))
        .forEach(held ->
            LOG.info("People trained in {} are not told, or not anew: too few", held.code()));
  }

  private Told told(Period period) {
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    var last = period.to().isBefore(today) ? period.to() : today;
    var from = begins(period.from());
    var until = last.isBefore(period.from()) ? from : begins(last.plusDays(1));
    var counted = store.count(from, until);
    return new Told(
        last,
        counted.machines(),
        counted.bookings(),
        counted.minutes() / HOUR_minutes,
        counted.projects(),
        counted.sensors(),
        Optional.empty(),
        counted.nothing());
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(city.timeZone()).toInstant();
  }

  private static Figure figure(String key, String area, long count, Told told) {
    return new Figure(key, area, count, OptionalLong.empty(), told.asOf(), false);
  }
}
