package org.foyal.equality.known;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// By how much a neighbourhood is more fragile than the city, and where that comes from: the index
/// of 2020 is a weighted mean of four axes, so that each has its exact part in the gap.
///
/// Its formula: access = (2 × information + interfaces) / 3, skills = (administrative + 2 ×
/// digital) / 3, the whole is the mean of both. What is published is rounded; what rounding leaves
/// over is told.
///
/// @param own as it was published
/// @param city the mean of all neighbourhoods, each counted by its residents
/// @param parts of the gap, the greatest first
/// @param rounding what the parts leave over
record Fragility(double own, double city, List<Part> parts, double rounding) {
  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "acces_information", 1 / 3.0,
          "acces_interfaces_numeriques", 1 / 6.0,
          "competences_administratives", 1 / 6.0,
          "competences_numeriques_scolaires", 1 / 3.0);

  /// What an axis adds to the gap.
  record Part(String axis, double own, double city, double points) {}

  /// The gap; empty where an axis is not known.
  static Optional<Fragility> of(Map<String, Double> own, Map<String, Double> city) {
    if (!own.containsKey("score_global")
        || !city.containsKey("score_global")
        || !own.keySet().containsAll(WEIGHTS.keySet())
        || !city.keySet().containsAll(WEIGHTS.keySet())) {
      return Optional.empty();
    }
    var parts =
        WEIGHTS.entrySet().stream()
            .map(weight -> {
              double mine = own.getOrDefault(weight.getKey(), 0.0);
              double all = city.getOrDefault(weight.getKey(), 0.0);
              return new Part(weight.getKey(), mine, all, weight.getValue() * (mine - all));
            })
            .sorted((a, b) -> {
              int by = Double.compare(Math.abs(b.points()), Math.abs(a.points()));
              return by == 0 ? a.axis().compareTo(b.axis()) : by;
            })
            .toList();
    double whole = own.getOrDefault("score_global", 0.0);
    double all = city.getOrDefault("score_global", 0.0);
    double explained = parts.stream().mapToDouble(Part::points).sum();
    return Optional.of(new Fragility(whole, all, parts, whole - all - explained));
  }

  /// Points above the city; below it where negative.
  double gap() {
    return own - city;
  }
}
