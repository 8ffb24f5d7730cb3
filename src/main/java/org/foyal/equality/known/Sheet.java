package org.foyal.equality.known;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.equality.index.EqualityIndex;
import org.foyal.equality.measure.Composite.Contribution;
import org.foyal.equality.measure.Ranking;
import org.foyal.equality.registry.Indicator;
import org.foyal.equality.registry.Indicators;
import org.foyal.equality.registry.Value;
import org.foyal.territory.Area;

/// What is known of a neighbourhood, and of the city beside it.
///
/// @param lines what is known, in the order of the indicators
/// @param index as far as it is known
/// @param overall the index, once two thirds of each of its subjects are known
record Sheet(
    Area area,
    List<Line> lines,
    Optional<Fragility> fragility,
    EqualityIndex index,
    Optional<Overall> overall) {
  /// The index of a neighbourhood.
  ///
  /// @param score 0 to 100
  /// @param city the same of the whole city, where that can be said
  /// @param parts what each subject adds to the gap, where there is one
  /// @param place its possible ranks among those that have an index, as soon as there are five
  /// @param among how many have a place
  record Overall(
      double score,
      Optional<Double> city,
      List<Contribution> parts,
      Optional<Ranking.Place> place,
      int among) {}

  /// An indicator that is known.
  ///
  /// @param city the same of the whole city, where that can be said
  /// @param beside of a share, what of its gap with the others may be chance
  /// @param change of a share, since the period before, where that is more than chance
  record Line(
      Indicator indicator,
      Value value,
      OptionalDouble city,
      Optional<Beside> beside,
      Optional<Change> change) {}

  /// The line of an indicator, if it is known.
  Optional<Line> find(String key) {
    return lines.stream().filter(line -> line.indicator().key().equals(key)).findFirst();
  }

  /// What the index needs and nobody knows here.
  List<Indicator> unknown() {
    return Indicators.scored().stream().filter(one -> find(one.key()).isEmpty()).toList();
  }

  /// How many of what the index needs are known.
  int knownOfIndex() {
    return Indicators.scored().size() - unknown().size();
  }

  /// The lines that are no axis of the fragility, which has a table of its own.
  List<Line> others() {
    return lines.stream()
        .filter(line -> !Indicators.FRAGILITY.contains(line.indicator().key()))
        .toList();
  }
}
