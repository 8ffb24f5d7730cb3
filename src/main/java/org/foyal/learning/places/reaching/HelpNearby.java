package org.foyal.learning.places.reaching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.learning.places.Places;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.territory.walking.Walks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of how near help is, by neighbourhood: the way from the middle of its streets, half
/// of which, by their length, have no longer one.
@Service
public class HelpNearby implements Figures {
  private final Places places;
  private final Territory territory;
  private final Walks walks;
  private final ShellSettings city;
  private final Clock clock;

  HelpNearby(Places places, Territory territory, Walks walks, ShellSettings city, Clock clock) {
    this.places = places;
    this.territory = territory;
    this.walks = walks;
    this.city = city;
    this.clock = clock;
  }

  /// `learning.nearest-help`: whole metres on foot from the streets of a neighbourhood to the
  /// nearest place that welcomes people; half of the streets have no longer way. Known for today
  /// alone, since what is closed by now is not kept. A neighbourhood has none where no way is known
  /// from half of its streets, and no example counts as a place.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    var real =
        places.list().stream()
            .filter(place -> place.welcomes() && !place.standing().example())
            .flatMap(place -> place.address().position().stream())
            .toList();
    if (!period.contains(today) || real.isEmpty()) {
      return List.of();
    }
    var nearest = walks.toNearest(real);
    var told = new ArrayList<Figure>();
    for (var area : territory.listAreas(Area.Kind.IRIS)) {
      Ways.median_m(territory.listStreets(area.code()), nearest)
          .ifPresent(metres ->
              told.add(
                  new Figure(
                      "learning.nearest-help",
                      area.code(),
                      Math.round(metres),
                      OptionalLong.empty(),
                      today,
                      false)));
    }
    return told;
  }
}
