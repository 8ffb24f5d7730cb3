package org.foyal.fablab.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.foyal.fablab.figures.LabFigures.Told;
import org.foyal.fablab.machines.LabEntry;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to what the lab adds up to, of the last quarter that is over: a window that
/// moved each day would tell, by what changed, of one person at a time.
@Controller
class LabFiguresPage {
  private final LabFigures figures;
  private final Territory territory;
  private final ShellSettings city;
  private final Clock clock;

  LabFiguresPage(LabFigures figures, Territory territory, ShellSettings city, Clock clock) {
    this.figures = figures;
    this.territory = territory;
    this.city = city;
    this.clock = clock;
  }

  @Bean
  static LabEntry figuresEntry() {
    return new LabEntry("/fablab/figures", "fablab.figures", 95);
  }

  /// What the page shows.
  ///
  /// @param trained by the name of the neighbourhood; empty where none is known
  /// @param due whether what may be told of people has been released
  record View(Period period, Told told, Map<String, OptionalLong> trained, boolean due) {
    /// Why no number of people stands there.
    String nobody() {
      return due ? "fablab.figures.few" : "fablab.figures.later";
    }
  }

  @GetMapping("/fablab/figures")
  ModelAndView show() {
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    var quarter = Quarter.of(today).before();
    var told = figures.told(quarter);
    var trained = new LinkedHashMap<String, OptionalLong>();
    told.trained()
        .ifPresent(table ->
            table
                .rows()
                .forEach(area ->
                    trained.put(
                        territory.findArea(area).map(Area::name).orElse(""), table.of(area))));
    return new ModelAndView("fablab/figures/figures")
        .addObject(
            "view",
            new View(quarter.period(), told, trained, quarter.compareTo(Quarter.due(today)) <= 0));
  }
}
