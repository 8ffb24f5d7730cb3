package org.foyal.learning.places.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.kernel.Position;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.hours.Openings;
import org.springframework.stereotype.Component;

/// Finds the places that have what somebody looks for.
@Component
class Helpers {
  private final Places places;
  private final Openings openings;

  Helpers(Places places, Openings openings) {
    this.places = places;
    this.openings = openings;
  }

  /// The places that have it or may have it; nearest first where somebody is somewhere, else those
  /// that receive people first.
  List<Line> find(Wish wish, Optional<Position> here) {
    var order =
        here.isPresent()
            ? Comparator.comparingDouble((Line line) -> line.away_m().orElse(Double.MAX_VALUE))
            : Comparator.comparing((Line line) -> !line.place().welcomes());
    return places.list().stream()
        .map(place -> line(place, wish, here))
        .filter(line -> line.answer() != Answer.NO)
        .sorted(order)
        .toList();
  }

  private Line line(Place place, Wish wish, Optional<Position> here) {
    var now = openings.now(place.hours());
    var where = place.address().position();
    var away_m =
        here.isPresent() && where.isPresent()
            ? OptionalDouble.of(here.get().distanceTo_m(where.get()))
            : OptionalDouble.empty();
    return new Line(place, away_m, now, wish.answer(place, now));
  }
}
