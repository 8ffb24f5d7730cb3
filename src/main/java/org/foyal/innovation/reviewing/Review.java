package org.foyal.innovation.reviewing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.foyal.innovation.Call;

/// What one reviewer says of one application.
///
/// @param conflict whether they declared a stake in it; then there are no points
/// @param words what the stake is; empty where there is none
/// @param handedIn whether the points are final
public record Review(
    UUID reviewer,
    String name,
    boolean conflict,
    String words,
    boolean handedIn,
    List<Points> points) {
  /// Keeps the points as they are.
  public Review {
    points = List.copyOf(points);
  }

  /// Points for one criterion, 0 to 5, and why.
  public record Points(int criterion, int points, String reason) {}

  /// The mean, each criterion by its weight; nothing before all are given.
  public OptionalDouble mean(Call call) {
    int sum = 0;
    for (var criterion : call.criteria()) {
      var found = points.stream().filter(one -> one.criterion() == criterion.number()).findFirst();
      if (found.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += criterion.weight() * found.get().points();
    }
    return OptionalDouble.of((double) sum / call.weight());
  }
}
