package org.foyal.fablab.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.foyal.fablab.figures.LabFigureStore.Counted;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.learning.activity.Disclosure;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the lab’s figures.
@Service
public class LabFigures implements Figures {
  private static final int HOUR_minutes = 60;

  private final LabFigureStore store;
  private final Territory territory;
  private final ShellSettings city;
  private final Clock clock;

  LabFigures(LabFigureStore store, Territory territory, ShellSettings city, Clock clock) {
    this.store = store;
    this.territory = territory;
    this.city = city;
    this.clock = clock;
  }

  /// What may be told of a period.
  ///
  /// @param trained by the code of the neighbourhood that people told, empty where none; what
  ///   speaks of fewer than eleven people, or would let them be worked out, is hidden
  /// @param people of all neighbourhoods; hidden where it would give one away
  public record Told(
      LocalDate asOf,
      long machines,
      long bookings,
      long hours,
      long projects,
      long sensors,
      Map<String, OptionalLong> trained,
      OptionalLong people,
      boolean nothing) {}

  /// Of the whole city, once the lab has anything to count: `fablab.machines` in use today,
  /// `fablab.bookings` at which somebody came, `fablab.hours` of them, `fablab.projects` published,
  /// `fablab.sensors` that people put on the map; and `fablab.trained`, people who were granted a
  /// level, by where they live too, by the rules of disclosure. What a demonstration invented is in
  /// none.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    var told = told(period);
    var figures = new ArrayList<Figure>();
    var whole = territory.city().map(Area::code);
    if (told.nothing() || whole.isEmpty()) {
      return figures;
    }
    var code = whole.get();
    figures.add(figure("fablab.machines", code, told.machines(), told));
    figures.add(figure("fablab.bookings", code, told.bookings(), told));
    figures.add(figure("fablab.hours", code, told.hours(), told));
    figures.add(figure("fablab.projects", code, told.projects(), told));
    figures.add(figure("fablab.sensors", code, told.sensors(), told));
    told.people().ifPresent(count -> figures.add(figure("fablab.trained", code, count, told)));
    told.trained()
        .forEach((area, count) -> {
          if (!area.isEmpty() && count.isPresent()) {
            figures.add(figure("fablab.trained", area, count.getAsLong(), told));
          }
        });
    return figures;
  }

  /// The same for the lab’s own page.
  @Transactional(readOnly = true)
  public Told told(Period period) {
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    var last = period.to().isBefore(today) ? period.to() : today;
    var from = begins(period.from());
    var until = last.isBefore(period.from()) ? from : begins(last.plusDays(1));
    var counted = store.count(from, until);
    var trained = store.trained(from, until);
    var row = Disclosure.of(List.copyOf(trained.values()));
    var cells = new LinkedHashMap<String, OptionalLong>();
    int i = 0;
    for (var area : trained.keySet()) {
      cells.put(area, row.cells().get(i++));
    }
    return told(counted, cells, row.total(), last, trained.isEmpty());
  }

  private static Told told(
      Counted counted,
      Map<String, OptionalLong> trained,
      OptionalLong people,
      LocalDate asOf,
      boolean nobody) {
    return new Told(
        asOf,
        counted.machines(),
        counted.bookings(),
        counted.minutes() / HOUR_minutes,
        counted.projects(),
        counted.sensors(),
        trained,
        people,
        counted.nothing() && nobody);
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(city.timeZone()).toInstant();
  }

  private static Figure figure(String key, String area, long count, Told told) {
    return new Figure(key, area, count, OptionalLong.empty(), told.asOf(), false);
  }
}
