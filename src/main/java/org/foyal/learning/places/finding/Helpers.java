package org.foyal.learning.places.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.kernel.Position;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.hours.Openings;
import org.foyal.territory.search.Hit;
import org.foyal.territory.search.Search;
import org.springframework.stereotype.Component;

/// Finds the places that have what somebody looks for.
@Component
class Helpers {
  private static final int MOST_HITS = 6;

  private final Places places;
  private final Openings openings;
  private final Search search;

  Helpers(Places places, Openings openings, Search search) {
    this.places = places;
    this.openings = openings;
    this.search = search;
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

  /// Where somebody is, as they typed or as their browser told.
  ///
  /// @param hits what the typed words may mean, the likeliest first
  record Here(List<Hit> hits, Optional<Position> at) {
    /// What it is called, where it was typed.
    Optional<String> name() {
      return hits.stream().findFirst().map(Here::name);
    }

    private static String name(Hit hit) {
      var number = hit.number() != null && hit.numberKnown() ? hit.spelledNumber() + " " : "";
      return number
          + hit.name()
          + (hit.area() == null || hit.area().equals(hit.name()) ? "" : ", " + hit.area());
    }
  }

  Here here(Wish wish) {
    var hits = wish.typed().isEmpty() ? List.<Hit>of() : hits(wish.typed());
    return new Here(
        hits, hits.isEmpty() ? wish.position() : hits.stream().findFirst().map(Hit::where));
  }

  private List<Hit> hits(String typed) {
    var found = search.find(typed, MOST_HITS);
    var hits = found.hits().isEmpty() ? found.near() : found.hits();
    return hits.stream().filter(hit -> hit.where() != null).toList();
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
