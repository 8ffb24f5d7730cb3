package org.foyal.learning.places.reaching;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.foyal.territory.Street;
import org.foyal.territory.walking.Nearest;

/// The way from the streets of a neighbourhood.
final class Ways {
  private Ways() {}

  private record Way(double length_m, int weight) {}

  /// The way of which half of the streets, by their length, have no longer one; nothing where no
  /// way is known from half of them.
  static OptionalDouble median_m(List<Street> streets, Nearest nearest) {
    var ways =
        streets.stream()
            .map(street ->
                new Way(
                    nearest.from_m(street.middle()).orElse(Double.POSITIVE_INFINITY),
                    Math.max(1, street.length_m())))
            .sorted(Comparator.comparingDouble(Way::length_m))
            .toList();
    long half = ways.stream().mapToLong(Way::weight).sum();
    long passed = 0;
    for (var way : ways) {
      passed += way.weight();
      if (2 * passed >= half) {
        return Double.isInfinite(way.length_m())
            ? OptionalDouble.empty()
            : OptionalDouble.of(way.length_m());
      }
    }
    return OptionalDouble.empty();
  }
}
