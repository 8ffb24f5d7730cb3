package org.foyal.equality.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.foyal.equality.measure.Estimate;
import org.foyal.equality.measure.Method;
import org.foyal.equality.registry.Indicators;

/// `bench/equality.sh`: the index of 38 and of 5,000 areas of which all is known, as
/// [EqualityIndex#of] makes it, beside the same arithmetic in plain arrays; both sums are printed,
/// so that they can be seen to be one. Then their places, of 1,000 draws, beside 1,000 times that
/// bare arithmetic, each sorted: once, since it is long.
final class EqualityBench {
  private static final int TIMES = 15;
  private static final int DRAWS = 1_000;

  private EqualityBench() {}

  /// Measures and prints.
  public static void main(String... sizes) {
    for (var size : sizes) {
      measure(Integer.parseInt(size));
    }
  }

  private static void measure(int size) {
    var method = Methods.latest();
    var lot = new Random(size);
    List<Map<String, Double>> areas =
        IntStream.range(0, size).mapToObj(_ -> area(method, lot)).toList();
    var plain = areas.stream().map(one -> row(method, one)).toArray(double[][]::new);
    var ours = new double[TIMES];
    var bare = new double[TIMES];
    double sum = 0;
    double bareSum = 0;
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      sum =
          areas.stream()
              .mapToDouble(one -> EqualityIndex.of(method, one).score().orElse(0.0))
              .sum();
      long middle = System.nanoTime();
      bareSum = Arrays.stream(plain).mapToDouble(one -> score(method, one)).sum();
      ours[i] = (middle - begin) / 1e6;
      bare[i] = (System.nanoTime() - middle) / 1e6;
    }
    Arrays.sort(ours);
    Arrays.sort(bare);
    System.out.printf(
        Locale.ROOT,
        "%,d areas: ours %.2f ms, plain arrays %.3f ms, sums %.6f and %.6f%n",
        size,
        ours[TIMES / 2],
        bare[TIMES / 2],
        sum,
        bareSum);
    places(method, areas, plain);
  }

  private static void places(Method method, List<Map<String, Double>> areas, double[]... plain) {
    var known = new HashMap<String, Map<String, Estimate>>();
    for (int i = 0; i < areas.size(); i++) {
      var own = new HashMap<String, Estimate>();
      areas.get(i).forEach((key, value) -> own.put(key, estimate(key, value)));
      known.put(Integer.toString(i), own);
    }
    long begin = System.nanoTime();
    int told = Places.byArea(method, known).size();
    long middle = System.nanoTime();
    double least = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      var scores = Arrays.stream(plain).mapToDouble(one -> score(method, one)).toArray();
      Arrays.sort(scores);
      least += scores[0];
    }
    System.out.printf(
        Locale.ROOT,
        "%,d areas: places of %,d in %.0f ms, plain arrays %.0f ms, least %.3f%n",
        areas.size(),
        told,
        (middle - begin) / 1e6,
        (System.nanoTime() - middle) / 1e6,
        least / DRAWS);
  }

  private static Estimate estimate(String key, double value) {
    return Indicators.find(key).filter(Indicators::isSample).isPresent()
        ? new Estimate.Counted(Math.round(200 * value), 200)
        : new Estimate.Known(value);
  }

  private static Map<String, Double> area(Method method, Random lot) {
    var values = new HashMap<String, Double>();
    for (var one : method.indicators()) {
      var posts = one.posts();
      values.put(one.key(), posts.floor() + lot.nextDouble() * (posts.objective() - posts.floor()));
    }
    return values;
  }

  private static double[] row(Method method, Map<String, Double> values) {
    return method.indicators().stream()
        .mapToDouble(one -> values.getOrDefault(one.key(), 0.0))
        .toArray();
  }

  private static double score(Method method, double[] row) {
    double log = 0;
    int at = 0;
    for (var sub : method.subs()) {
      double mean = 0;
      for (var one : sub.indicators()) {
        double scaled =
            (row[at++] - one.posts().floor()) / (one.posts().objective() - one.posts().floor());
        mean += one.weight() * 100 * Math.min(1, Math.max(0, scaled));
      }
      log += sub.weight() * Math.log(Math.max(1, mean));
    }
    return Math.exp(log);
  }
}
