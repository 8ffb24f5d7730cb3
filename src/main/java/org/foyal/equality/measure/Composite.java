package org.foyal.equality.measure;

import java.util.List;
import java.util.OptionalDouble;

/// Several scores as one, and what each adds to a gap, exactly (OECD and JRC, Handbook on
/// Constructing Composite Indicators, 2008, step 6).
public final class Composite {
  /// How much of the weight must be known, else there is no score.
  public static final double ENOUGH = 2 / 3.0;

  private static final double LOWEST = 1;
  private static final double ROUNDING = 1e-9;

  private Composite() {}

  /// A score with what it weighs.
  ///
  /// @param weight more than 0
  /// @param score 0 to 100; empty where it is not known
  public record Part(String key, double weight, OptionalDouble score) {
    /// Refuses a weight that weighs nothing and a score beyond the scale.
    ///
    /// @throws IllegalArgumentException for either
    public Part {
      if (!(weight > 0)
          || (score.isPresent() && !(score.getAsDouble() >= 0 && score.getAsDouble() <= 100))) {
        throw new IllegalArgumentException("no part: " + key + " " + weight + " " + score);
      }
    }

    /// A part whose score is known.
    public static Part of(String key, double weight, double score) {
      return new Part(key, weight, OptionalDouble.of(score));
    }
  }

  /// What one part adds to a gap.
  ///
  /// @param share of the whole gap, 1 for all of it; nothing where there is no gap
  public record Contribution(String key, double amount, OptionalDouble share) {}

  /// The weighted mean of what is known; nothing where less than two thirds of the weight is.
  ///
  /// @throws IllegalArgumentException when the weights do not sum to 1
  public static OptionalDouble arithmetic(List<Part> parts) {
    double known = known(parts);
    return enough(known)
        ? OptionalDouble.of(
            parts.stream()
                    .filter(part -> part.score().isPresent())
                    .mapToDouble(part -> part.weight() * part.score().getAsDouble())
                    .sum()
                / known)
        : OptionalDouble.empty();
  }

  /// The weighted geometric mean of what is known, in which a low score is made up for by others
  /// only in part; scores below 1 count as 1. Nothing where less than two thirds of the weight is
  /// known.
  ///
  /// @throws IllegalArgumentException when the weights do not sum to 1
  public static OptionalDouble geometric(List<Part> parts) {
    double known = known(parts);
    return enough(known)
        ? OptionalDouble.of(
            Math.exp(
                parts.stream()
                        .filter(part -> part.score().isPresent())
                        .mapToDouble(part -> part.weight() * log(part))
                        .sum()
                    / known))
        : OptionalDouble.empty();
  }

  /// What each part adds to the difference of two arithmetic scores: they sum to it.
  ///
  /// @param own all known
  /// @param city the same parts in the same order, all known
  public static List<Contribution> arithmeticGap(List<Part> own, List<Part> city) {
    return gap(own, city, part -> part.score().getAsDouble());
  }

  /// What each part adds to the logarithm of the ratio of two geometric scores: they sum to it.
  ///
  /// @param own all known
  /// @param city the same parts in the same order, all known
  public static List<Contribution> geometricGap(List<Part> own, List<Part> city) {
    return gap(own, city, Composite::log);
  }

  private static List<Contribution> gap(
      List<Part> own, List<Part> city, java.util.function.ToDoubleFunction<Part> measure) {
    if (!own.stream().map(Part::key).toList().equals(city.stream().map(Part::key).toList())
        || known(own) < 1 - ROUNDING
        || known(city) < 1 - ROUNDING) {
      throw new IllegalArgumentException("no gap between " + own + " and " + city);
    }
    var amounts =
        java.util.stream.IntStream.range(0, own.size())
            .mapToDouble(i ->
                own.get(i).weight()
                    * (measure.applyAsDouble(own.get(i)) - measure.applyAsDouble(city.get(i))))
            .toArray();
    double whole = java.util.Arrays.stream(amounts).sum();
    return java.util.stream.IntStream.range(0, amounts.length)
        .mapToObj(i ->
            new Contribution(
                own.get(i).key(),
                amounts[i],
                Math.abs(whole) < ROUNDING
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(amounts[i] / whole)))
        .toList();
  }

  private static double log(Part part) {
    return Math.log(Math.max(LOWEST, part.score().getAsDouble()));
  }

  private static boolean enough(double known) {
    return known >= ENOUGH - ROUNDING;
  }

  /// How much of the weight is known.
  ///
  /// @throws IllegalArgumentException when the weights do not sum to 1
  public static double known(List<Part> parts) {
    double all = parts.stream().mapToDouble(Part::weight).sum();
    if (Math.abs(all - 1) > ROUNDING) {
      throw new IllegalArgumentException("the weights sum to " + all);
    }
    return parts.stream().filter(part -> part.score().isPresent()).mapToDouble(Part::weight).sum();
  }
}
