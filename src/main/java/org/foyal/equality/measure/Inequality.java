package org.foyal.equality.measure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// How unequally a resource is spread over people of neighbourhoods: only for what has a true zero
/// and counts on one scale (places, hours, Mbit/s, devices), never for a score of 0 to 100, whose
/// inequality would hang on where its scale begins.
public final class Inequality {
  private final List<Share> shares;
  private final double people;
  private final double mean;

  /// People who share a value.
  ///
  /// @param group what larger area they belong to; empty where none is asked for
  /// @param people how many, more than 0
  /// @param value what each of them has, 0 or more
  public record Share(String group, double people, double value) {
    /// Refuses nobody, and less than nothing.
    ///
    /// @throws IllegalArgumentException for either
    public Share {
      if (!(people > 0) || !(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("no share: " + people + " with " + value);
      }
    }
  }

  /// An index taken apart: between groups, and within them (Shorrocks 1980).
  public record Parts(double between, double within) {
    /// Both together.
    public double whole() {
      return between + within;
    }
  }

  private Inequality(List<Share> shares) {
    this.shares = List.copyOf(shares);
    people = shares.stream().mapToDouble(Share::people).sum();
    mean = shares.stream().mapToDouble(one -> one.people() * one.value()).sum() / people;
  }

  /// What is spread.
  ///
  /// @throws IllegalArgumentException when nobody has anything
  public static Inequality of(List<Share> shares) {
    var made = new Inequality(shares);
    if (!(made.mean > 0)) {
      throw new IllegalArgumentException("nobody has anything");
    }
    return made;
  }

  /// Theil’s T (1967): 0 where all have the same.
  public double theilT() {
    return average(one -> part(one.value() / mean));
  }

  /// Theil’s L, the mean logarithmic deviation; nothing where somebody has nothing, since it is
  /// infinite then.
  public OptionalDouble theilL() {
    return zeros() > 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(average(one -> Math.log(mean / one.value())));
  }

  /// How many of the shares are zero.
  public long zeros() {
    return shares.stream().filter(one -> one.value() == 0).count();
  }

  /// Half the squared coefficient of variation, the generalised entropy of order 2.
  public double entropy2() {
    return variation() * variation() / 2;
  }

  /// The standard deviation of all people in means.
  public double variation() {
    return Math.sqrt(average(one -> Math.pow(one.value() - mean, 2))) / mean;
  }

  /// Gini’s index, 0 to 1.
  public double gini() {
    return average(one ->
        shares.stream().mapToDouble(two -> two.people() * Math.abs(one.value() - two.value())).sum()
            / people)
        / (2 * mean);
  }

  /// The share of the resource that would have to change hands for all to have the same (Ricci and
  /// Schutz).
  public double toMove() {
    return average(one -> Math.abs(one.value() - mean)) / (2 * mean);
  }

  /// Atkinson’s index (1970): what share of the resource could be given up for the same welfare if
  /// it were spread evenly.
  ///
  /// @param aversion to inequality, more than 0; from 1 on, whoever has nothing makes it 1
  public double atkinson(double aversion) {
    if (!(aversion > 0)) {
      throw new IllegalArgumentException("no aversion: " + aversion);
    }
    if (aversion >= 1 && zeros() > 0) {
      return 1;
    }
    return aversion == 1
        ? 1 - Math.exp(average(one -> Math.log(one.value() / mean)))
        : 1
            - Math.pow(
                average(one -> Math.pow(one.value() / mean, 1 - aversion)), 1 / (1 - aversion));
  }

  /// Theil’s T between the groups and within them.
  public Parts theilTParts() {
    double between = 0;
    double within = 0;
    for (var group : groups().values()) {
      double own = group.people * group.mean / (people * mean);
      between += group.mean == 0 ? 0 : own * Math.log(group.mean / mean);
      within += group.mean == 0 ? 0 : own * group.theilT();
    }
    return new Parts(between, within);
  }

  /// Theil’s L between the groups and within them; nothing where somebody has nothing.
  public java.util.Optional<Parts> theilLParts() {
    if (zeros() > 0) {
      return java.util.Optional.empty();
    }
    double between = 0;
    double within = 0;
    for (var group : groups().values()) {
      double own = group.people / people;
      between += own * Math.log(mean / group.mean);
      within += own * group.theilL().orElseThrow();
    }
    return java.util.Optional.of(new Parts(between, within));
  }

  /// The mean over all people.
  public double mean() {
    return mean;
  }

  /// What the fifth of the people who have least has on average, or the fifth who have most; a
  /// share that lies on the edge counts in part.
  public double fifth(boolean most) {
    double left = people / 5;
    double sum = 0;
    var order = Comparator.comparingDouble(Share::value);
    for (var one : shares.stream().sorted(most ? order.reversed() : order).toList()) {
      double taken = Math.min(left, one.people());
      sum += taken * one.value();
      left -= taken;
    }
    return sum / (people / 5);
  }

  /// How many groups there are.
  public int groupCount() {
    return (int) shares.stream().map(Share::group).distinct().count();
  }

  private Map<String, Inequality> groups() {
    return shares.stream()
        .collect(Collectors.groupingBy(Share::group, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> new Inequality(entry.getValue()),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private double average(ToDoubleFunction<Share> measure) {
    return shares.stream().mapToDouble(one -> one.people() * measure.applyAsDouble(one)).sum()
        / people;
  }

  /// `x ln x`, which is 0 at 0.
  private static double part(double x) {
    return x == 0 ? 0 : x * Math.log(x);
  }
}
