package org.foyal.equality.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyal.equality.measure.Estimate;
import org.foyal.equality.measure.Method;
import org.foyal.equality.measure.Ranking;

/// Where the neighbourhoods that have an index may stand among each other, always from the same
/// seed: whoever has the same numbers finds the same places.
///
/// @param byArea none while fewer than five have an index
/// @param choices what the places hang on; none likewise
public record Places(Map<String, Ranking.Place> byArea, List<Ranking.Weight> choices) {
  private static final int DRAWS = 1_000;
  private static final long SEED = 9;

  /// Among fewer, a half is one or two and a fifth is nobody.
  private static final int FEWEST = 5;

  /// The places by the latest version of the method.
  ///
  /// @param known what is known by area and indicator
  public static Places of(Map<String, ? extends Map<String, Estimate>> known) {
    var method = Methods.latest();
    return ranking(method, known)
        .map(ranking -> new Places(byArea(ranking), ranking.weights()))
        .orElseGet(() -> new Places(Map.of(), List.of()));
  }

  /// The places alone, by area.
  static Map<String, Ranking.Place> byArea(
      Method method, Map<String, ? extends Map<String, Estimate>> known) {
    return ranking(method, known).map(Places::byArea).orElseGet(Map::of);
  }

  private static Map<String, Ranking.Place> byArea(Ranking ranking) {
    return ranking.places().stream().collect(Collectors.toMap(Ranking.Place::code, place -> place));
  }

  private static Optional<Ranking> ranking(
      Method method, Map<String, ? extends Map<String, Estimate>> known) {
    var areas = new ArrayList<Ranking.Area>();
    new TreeMap<>(known)
        .forEach((area, values) -> {
          if (EqualityIndex.of(method, seen(values)).score().isPresent()) {
            areas.add(new Ranking.Area(area, inOrder(method, values)));
          }
        });
    return areas.size() < FEWEST
        ? Optional.empty()
        : Optional.of(Ranking.of(method, areas, DRAWS, SEED));
  }

  /// What was seen, without the chance that is in it.
  static Map<String, Double> seen(Map<String, Estimate> known) {
    var seen = new HashMap<String, Double>();
    known.forEach((indicator, estimate) -> seen.put(indicator, estimate.seen()));
    return seen;
  }

  private static List<Estimate> inOrder(Method method, Map<String, Estimate> known) {
    return method.indicators().stream()
        .map(one -> known.getOrDefault(one.key(), new Estimate.Unknown()))
        .toList();
  }
}
