package org.foyal.equality.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;
import org.foyal.equality.measure.Ranking.Choice;
import org.jspecify.annotations.Nullable;

/// The draws of a ranking: each has values of its own for every area, and choices of its own.
final class Drawing {
  /// How close drawn weights stay to those of the method: equal ones of four stray by some 7
  /// points.
  private static final double CLOSENESS = 40;

  /// By goalposts, by robust distance from the median, by rank.
  private static final int SCALES = 3;

  private static final double SPREAD_points = 15;
  private static final double MIDDLE = 50;
  private static final NaturalRanking RANKS = new NaturalRanking(TiesStrategy.AVERAGE);

  private final Method method;
  private final List<Ranking.Area> areas;
  private final List<Choices> own = new ArrayList<>();
  private final List<Choices> twins = new ArrayList<>();

  /// Of each draw, which gives its values: kept instead of them, which would be a gigabyte for
  /// 5,000 areas.
  private final long[] seeds;

  /// What was seen, on each scale.
  private final List<double[][]> seenByScale;

  private final double[] plain;

  /// What a draw chooses.
  ///
  /// @param leftOut the number of an indicator, or -1
  private record Choices(int scale, boolean geometric, List<Double> weights, int leftOut) {
    Choices with(Choice choice, Choices other) {
      return switch (choice) {
        case SCALE -> new Choices(other.scale, geometric, weights, leftOut);
        case MEAN -> new Choices(scale, other.geometric, weights, leftOut);
        case WEIGHTS -> new Choices(scale, geometric, other.weights, leftOut);
        case LEFT_OUT -> new Choices(scale, geometric, weights, other.leftOut);
      };
    }
  }

  Drawing(Method method, List<Ranking.Area> areas, int draws, long seed) {
    this.method = method;
    this.areas = List.copyOf(areas);
    var random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    seeds = new long[draws];
    for (int i = 0; i < draws; i++) {
      own.add(choices(random));
      twins.add(choices(random));
      seeds[i] = random.nextLong();
    }
    var seen = seen();
    seenByScale = IntStream.range(0, SCALES).mapToObj(scale -> scaled(seen, scale)).toList();
    plain = ranks(seenByScale.getFirst(), asTheMethodSays());
  }

  private Choices asTheMethodSays() {
    return new Choices(0, true, method.subs().stream().map(Method.Sub::weight).toList(), -1);
  }

  private double[][] seen() {
    return areas.stream()
        .map(area -> area.values().stream().mapToDouble(Estimate::seen).toArray())
        .toArray(double[][]::new);
  }

  private Choices choices(UniformRandomProvider random) {
    var subs = method.subs();
    var weights =
        subs.size() == 1
            ? new double[] {1}
            : DirichletSampler.of(
                    random, subs.stream().mapToDouble(sub -> CLOSENESS * sub.weight()).toArray())
                .sample();
    return new Choices(
        random.nextInt(SCALES),
        random.nextBoolean(),
        Arrays.stream(weights).boxed().toList(),
        random.nextInt(method.indicators().size() + 1) - 1);
  }

  /// The ranks of a draw, 1 for whoever has the least; who has the same shares the mean of theirs.
  double[] ranks(int draw) {
    var random = RandomSource.XO_RO_SHI_RO_128_PP.create(seeds[draw]);
    var drawn =
        areas.stream()
            .map(area -> area.values().stream().mapToDouble(one -> one.draw(random)).toArray())
            .toArray(double[][]::new);
    var choices = own.get(draw);
    return ranks(scaled(drawn, choices.scale()), choices);
  }

  /// How far the ranks of a draw are from those of the method, with one choice made as its twin
  /// makes it. The values are those that were seen, so that the choices alone move anybody.
  double shift(int draw, @Nullable Choice asTwin) {
    var mine = own.get(draw);
    return away(asTwin == null ? mine : mine.with(asTwin, twins.get(draw)));
  }

  double shiftOfTwin(int draw) {
    return away(twins.get(draw));
  }

  private double away(Choices choices) {
    var ranks = ranks(seenByScale.get(choices.scale()), choices);
    return IntStream.range(0, ranks.length)
        .mapToDouble(i -> Math.abs(ranks[i] - plain[i]))
        .average()
        .orElse(0);
  }

  /// All indicators on one scale, each with its areas.
  private double[][] scaled(double[][] drawn, int scale) {
    var scaled = new double[method.indicators().size()][];
    for (int k = 0; k < scaled.length; k++) {
      int indicator = k;
      var column = Arrays.stream(drawn).mapToDouble(row -> row[indicator]).toArray();
      scaled[k] = scale(column, method.indicators().get(k).posts(), scale);
    }
    return scaled;
  }

  private double[] ranks(double[][] scaled, Choices choices) {
    return RANKS.apply(
        IntStream.range(0, areas.size())
            .mapToDouble(area -> score(scaled, area, choices))
            .toArray());
  }

  /// What is known of a column, on one scale; what is not stays no number. Where fewer than half of
  /// the areas are known, or half of them are alike, there is nobody to be compared with: the
  /// goalposts are the scale then.
  private static double[] scale(double[] column, Goalposts posts, int scale) {
    var known = Arrays.stream(column).filter(x -> !Double.isNaN(x)).toArray();
    boolean comparable = 2 * known.length >= column.length && Scaling.isSpread(known);
    var scaled = onScale(known, posts, comparable ? scale : 0);
    var whole = new double[column.length];
    int next = 0;
    for (int i = 0; i < whole.length; i++) {
      whole[i] = Double.isNaN(column[i]) ? Double.NaN : scaled[next++];
    }
    return whole;
  }

  private static double[] onScale(double[] known, Goalposts posts, int scale) {
    int sign = posts.objective() > posts.floor() ? 1 : -1;
    var upward = Arrays.stream(known).map(x -> sign * x).toArray();
    return switch (scale) {
      case 1 ->
          Arrays.stream(Scaling.robustZ(upward))
              .map(z -> Math.clamp(MIDDLE + SPREAD_points * z, 0, 100))
              .toArray();
      case 2 -> Arrays.stream(Scaling.rank(upward)).map(rank -> 100 * rank).toArray();
      default -> Arrays.stream(known).map(posts::scale).toArray();
    };
  }

  private double score(double[][] scaled, int area, Choices choices) {
    double sum = 0;
    double weighed = 0;
    int indicator = 0;
    for (int s = 0; s < method.subs().size(); s++) {
      double inside = 0;
      double known = 0;
      for (var one : method.subs().get(s).indicators()) {
        if (indicator != choices.leftOut() && !Double.isNaN(scaled[indicator][area])) {
          inside += one.weight() * scaled[indicator][area];
          known += one.weight();
        }
        indicator++;
      }
      if (known > 0) {
        double weight = choices.weights().get(s);
        double sub = inside / known;
        sum += weight * (choices.geometric() ? Math.log(Math.max(1, sub)) : sub);
        weighed += weight;
      }
    }
    return sum / weighed;
  }
}
