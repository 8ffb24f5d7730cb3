package org.foyal.fibre.coverage;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// After how many days half of the homes could have fibre. Those that still wait count as long as
/// they have waited so far (Kaplan and Meier 1958): leaving them out would make every wait look
/// short.
final class Waits {
  private Waits() {}

  /// Homes that waited, or have waited so far, the same number of days.
  record Waited(int days, boolean over, long homes) {}

  /// The homes whose wait is over after so many days, and those that were still counted then.
  private record Step(long over, long all) {
    Step plus(Waited one) {
      return new Step(over + (one.over() ? one.homes() : 0), all + one.homes());
    }
  }

  /// The median; empty while more than half still wait.
  static Optional<Integer> median(List<Waited> waited) {
    var steps = new TreeMap<Integer, Step>();
    waited.forEach(
        one -> steps.put(one.days(), steps.getOrDefault(one.days(), new Step(0, 0)).plus(one)));
    long still = waited.stream().mapToLong(Waited::homes).sum();
    double waiting = 1;
    for (var step : steps.entrySet()) {
      waiting *= 1 - (double) step.getValue().over() / still;
      if (waiting <= 0.5) {
        return Optional.of(step.getKey());
      }
      still -= step.getValue().all();
    }
    return Optional.empty();
  }
}
