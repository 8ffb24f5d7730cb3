package org.foyal.learning.places.reaching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.kernel.Position;
import org.foyal.learning.figures.LearningFigures;
import org.foyal.learning.places.Places;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.territory.walking.Catchment;
import org.foyal.territory.walking.Walks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of how much help is within reach, by neighbourhood: seats and hours of what took
/// place, on foot, shared among all who reach them.
@Service
public class HelpReach implements Figures {
  /// So long is looked back.
  private static final int WEEKS = 13;

  /// 4.8 km/h.
  private static final double A_MINUTE_m = 80;

  /// How far the zones of [Catchment#ZONES] reach (Luo and Qi 2009).
  private static final List<Double> ZONES_minutes = List.of(10.0, 20.0, 30.0);

  private final Places places;
  private final LearningFigures learning;
  private final Territory territory;
  private final Walks walks;
  private final ShellSettings city;
  private final Clock clock;

  HelpReach(
      Places places,
      LearningFigures learning,
      Territory territory,
      Walks walks,
      ShellSettings city,
      Clock clock) {
    this.places = places;
    this.learning = learning;
    this.territory = territory;
    this.walks = walks;
    this.city = city;
    this.clock = clock;
  }

  private record Offer(Position at, double seatHoursAWeek) {}

  /// `help.reach`: seat-hours a week, of the last thirteen weeks, that the residents of a
  /// neighbourhood share of all that they can walk to within half an hour, of so many residents.
  /// Nought where none is; known for today alone, once a session took place anywhere, and counting
  /// none that a demonstration invented.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
    if (!period.contains(today)) {
      return List.of();
    }
    var offers = offers(new Period(today.minusWeeks(WEEKS), today.minusDays(1)));
    var areas =
        territory.listAreas(Area.Kind.IRIS).stream()
            .filter(area -> area.residents().orElse(0) > 0)
            .toList();
    if (offers.isEmpty() || areas.isEmpty()) {
      return List.of();
    }
    var access = catchment(areas, offers).access();
    var told = new ArrayList<Figure>();
    for (int i = 0; i < areas.size(); i++) {
      int people = areas.get(i).residents().orElseThrow();
      // where there is more than an hour for everybody each week, an hour for everybody is told
      long hours = Math.min(people, Math.round(access.get(i) * people));
      told.add(
          new Figure(
              "help.reach", areas.get(i).code(), hours, OptionalLong.of(people), today, false));
    }
    return told;
  }

  private List<Offer> offers(Period period) {
    Map<UUID, Double> hours = learning.seatHours(period);
    return places.list().stream()
        .filter(place -> hours.containsKey(place.id()))
        .flatMap(place ->
            place.address().position().stream()
                .map(at -> new Offer(at, hours.getOrDefault(place.id(), 0.0) / WEEKS)))
        .toList();
  }

  private Catchment catchment(List<Area> areas, List<Offer> offers) {
    var streets = areas.stream().map(area -> territory.listStreets(area.code())).toList();
    var nearest = offers.stream().map(offer -> walks.toNearest(List.of(offer.at()))).toList();
    var people = new ArrayList<Catchment.Area>();
    for (int i = 0; i < areas.size(); i++) {
      var own = streets.get(i);
      people.add(
          new Catchment.Area(
              areas.get(i).residents().orElseThrow(),
              nearest.stream().map(one -> zone(Ways.median_m(own, one))).toList()));
    }
    return new Catchment(people, offers.stream().map(Offer::seatHoursAWeek).toList());
  }

  private static double zone(OptionalDouble way_m) {
    double minutes = way_m.orElse(Double.POSITIVE_INFINITY) / A_MINUTE_m;
    for (int i = 0; i < ZONES_minutes.size(); i++) {
      if (minutes <= ZONES_minutes.get(i)) {
        return Catchment.ZONES.get(i);
      }
    }
    return 0;
  }
}
