package org.foyal.equality.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyal.equality.measure.Estimate;
import org.foyal.equality.measure.Method;
import org.foyal.equality.measure.Ranking;

/// Where the neighbourhoods that have an index may stand among each other, always from the same
/// seed: whoever has the same numbers finds the same places.
public final class Places {
  private static final int DRAWS = 1_000;
  private static final long SEED = 9;

  private Places() {}

  /// The places by area, by the latest version of the method; none while fewer than two have an
  /// index.
  ///
  /// @param known what is known by area and indicator
  public static Map<String, Ranking.Place> of(Map<String, ? extends Map<String, Estimate>> known) {
    return of(Methods.latest(), known);
  }

  static Map<String, Ranking.Place> of(
      Method method, Map<String, ? extends Map<String, Estimate>> known) {
    var areas = new ArrayList<Ranking.Area>();
    new TreeMap<>(known)
        .forEach((area, values) -> {
          if (EqualityIndex.of(method, seen(values)).score().isPresent()) {
            areas.add(new Ranking.Area(area, inOrder(method, values)));
          }
        });
    var places = new HashMap<String, Ranking.Place>();
    if (areas.size() > 1) {
      Ranking.of(method, areas, DRAWS, SEED)
          .places()
          .forEach(place -> places.put(place.code(), place));
    }
    return places;
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
