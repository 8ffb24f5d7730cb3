package org.foyal.equality.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.foyal.equality.measure.Estimate;
import org.foyal.equality.measure.Method;
import org.foyal.equality.measure.Ranking;

/// Invented neighbourhoods without names: what the index would look like if all of it were known.
/// Nothing of it speaks of a real area.
///
/// @param quarters numbered from 1
/// @param city their mean, each by its residents
/// @param choices what their places hang on
record Simulation(
    List<Quarter> quarters,
    EqualityIndex city,
    Map<String, Double> cityValues,
    List<Ranking.Weight> choices) {
  private static final int SAMPLE = 150;

  /// One of them.
  ///
  /// @param place its possible ranks, and the group of those that can’t be told apart
  record Quarter(
      int number,
      int residents,
      Map<String, Double> values,
      EqualityIndex index,
      Ranking.Place place) {
    double score() {
      return index.score().orElse(0.0);
    }

    /// Whether more homes than half can have fibre.
    boolean covered() {
      return values.getOrDefault("fibre.connectable", 0.0) >= 0.5;
    }

    /// Whether more people than two in five are at ease.
    boolean skilled() {
      return values.getOrDefault("skills.independent", 0.0) >= 0.4;
    }
  }

  /// The same number and seed give the same neighbourhoods.
  static Simulation of(int count, long seed) {
    var method = Methods.latest();
    var random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    var residents = new ArrayList<Integer>();
    var values = new ArrayList<Map<String, Double>>();
    for (int i = 0; i < count; i++) {
      residents.add(800 + random.nextInt(2_400));
      values.add(invent(method, random));
    }
    var city = new HashMap<String, Double>();
    double all = residents.stream().mapToInt(Integer::intValue).sum();
    for (var indicator : method.indicators()) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += residents.get(i) * values.get(i).getOrDefault(indicator.key(), 0.0);
      }
      city.put(indicator.key(), sum / all);
    }
    var places = places(values);
    var quarters = new ArrayList<Quarter>();
    for (int i = 0; i < count; i++) {
      quarters.add(
          new Quarter(
              i + 1,
              residents.get(i),
              values.get(i),
              EqualityIndex.of(method, values.get(i)),
              Objects.requireNonNull(places.byArea().get(Integer.toString(i + 1)))));
    }
    return new Simulation(quarters, EqualityIndex.of(method, city), city, places.choices());
  }

  /// Each has a level of its own, about which its indicators scatter.
  private static Map<String, Double> invent(Method method, UniformRandomProvider random) {
    double level = 0.2 + 0.6 * random.nextDouble();
    var values = new HashMap<String, Double>();
    for (var indicator : method.indicators()) {
      double at = Math.clamp(level + 0.4 * (random.nextDouble() - 0.5), 0.02, 0.98);
      var posts = indicator.posts();
      values.put(indicator.key(), posts.floor() + at * (posts.objective() - posts.floor()));
    }
    return values;
  }

  /// Shares as if so many people had been asked in each; the rest as it is.
  private static Places places(List<Map<String, Double>> values) {
    var known = new HashMap<String, Map<String, Estimate>>();
    for (int i = 0; i < values.size(); i++) {
      var own = new HashMap<String, Estimate>();
      values.get(i).forEach((indicator, value) -> own.put(indicator, estimate(value)));
      known.put(Integer.toString(i + 1), own);
    }
    return Places.of(known);
  }

  private static Estimate estimate(double value) {
    return value <= 1
        ? new Estimate.Counted(Math.round(value * SAMPLE), SAMPLE)
        : new Estimate.Known(value);
  }
}
