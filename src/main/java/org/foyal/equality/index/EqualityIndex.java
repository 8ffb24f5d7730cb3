package org.foyal.equality.index;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.equality.measure.Composite;
import org.foyal.equality.measure.Composite.Contribution;
import org.foyal.equality.measure.Composite.Part;
import org.foyal.equality.measure.Method;

/// The index of one area: within a subject the mean, across subjects the geometric mean; a subject
/// needs two thirds of its weight, the index every subject.
///
/// @param subjects the score of each, where enough is known
/// @param known how much of the weight of all indicators is known, 0 to 1
/// @param score nothing where a subject has none
public record EqualityIndex(Map<String, Double> subjects, double known, Optional<Double> score) {

  /// The index of values by indicator, by the latest version of the method.
  public static EqualityIndex of(Map<String, Double> values) {
    return of(Methods.latest(), values);
  }

  /// What each subject adds to the gap with the city, by the latest version of the method.
  public List<Contribution> beside(EqualityIndex city) {
    return beside(city, Methods.latest());
  }

  /// The keys of the subjects, in the order of the latest version of the method.
  public static List<String> subjectsInOrder() {
    return Methods.latest().subs().stream().map(Method.Sub::key).toList();
  }

  /// The latest version of the method.
  public static String methodVersion() {
    return Methods.latest().version();
  }

  /// What weighs most in a gap, if there is one.
  public static Optional<Contribution> most(List<Contribution> parts) {
    return parts.stream()
        .filter(one -> one.share().isPresent())
        .max(Comparator.comparingDouble((Contribution one) -> Math.abs(one.amount())));
  }

  /// The index of values by indicator.
  static EqualityIndex of(Method method, Map<String, Double> values) {
    var subjects = new LinkedHashMap<String, Double>();
    double known = 0;
    for (var sub : method.subs()) {
      var parts = parts(sub, values);
      known += sub.weight() * Composite.known(parts);
      Composite.arithmetic(parts).ifPresent(score -> subjects.put(sub.key(), score));
    }
    boolean whole = subjects.size() == method.subs().size();
    var score = whole ? Composite.geometric(across(method, subjects)) : OptionalDouble.empty();
    return new EqualityIndex(
        subjects, known, score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty());
  }

  private static List<Part> parts(Method.Sub sub, Map<String, Double> values) {
    return sub.indicators().stream()
        .map(one -> {
          var value = values.get(one.key());
          return value == null
              ? new Part(one.key(), one.weight(), OptionalDouble.empty())
              : Part.of(one.key(), one.weight(), one.posts().scale(value));
        })
        .toList();
  }

  private static List<Part> across(Method method, Map<String, Double> subjects) {
    return method.subs().stream()
        .map(sub -> Part.of(sub.key(), sub.weight(), subjects.getOrDefault(sub.key(), 0.0)))
        .toList();
  }

  /// What each subject adds to the logarithm of the ratio to the city: they sum to it; none where
  /// either has no index.
  List<Contribution> beside(EqualityIndex city, Method method) {
    return score.isEmpty() || city.score().isEmpty()
        ? List.of()
        : Composite.geometricGap(across(method, subjects), across(method, city.subjects()));
  }
}
