package org.foyal.equality.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.foyal.equality.measure.Method;

/// What would help most: each option is tried in each neighbourhood, and what its index would be is
/// compared. What an option brings is an assumption, and is told with it.
final class Helping {
  private static final int RESIDENTS_a_step = 1_000;

  private Helping() {}

  /// Something that could be done next.
  enum Option {
    /// A weekly session of two hours with ten seats: 20 seat-hours, shared by those who live there.
    SESSION("help.reach", 20, true),
    /// A visit to people who are far from it: 15 of them become independent.
    OUTREACH("skills.independent", 0.015, true),
    /// A street cabinet: a quarter of the homes can have fibre.
    CABINET("fibre.connectable", 0.25, false);

    private final String indicator;
    private final double brings;
    private final boolean shared;

    Option(String indicator, double brings, boolean shared) {
      this.indicator = indicator;
      this.brings = brings;
      this.shared = shared;
    }

    /// What it adds where so many people live: what is shared is less for each where they are many.
    private double adds(int residents) {
      return shared ? brings * RESIDENTS_a_step / residents : brings;
    }
  }

  /// An option in a neighbourhood.
  ///
  /// @param gain of points of the index, times the people who have them, in thousands
  record Choice(Option option, int quarter, double before, double after, double gain) {}

  /// The best choices first.
  static List<Choice> rank(Method method, List<Simulation.Quarter> quarters, int most) {
    var choices = new ArrayList<Choice>();
    for (var quarter : quarters) {
      for (var option : Option.values()) {
        var values = new HashMap<>(quarter.values());
        double adds = option.adds(quarter.residents());
        var scale =
            method.indicators().stream()
                .filter(one -> one.key().equals(option.indicator))
                .findFirst()
                .orElseThrow()
                .posts();
        values.merge(
            option.indicator, adds, (before, more) -> Math.min(scale.objective(), before + more));
        double after = EqualityIndex.of(method, values).score().orElse(quarter.score());
        choices.add(
            new Choice(
                option,
                quarter.number(),
                quarter.score(),
                after,
                (after - quarter.score()) * quarter.residents() / RESIDENTS_a_step));
      }
    }
    return choices.stream()
        .sorted(
            Comparator.comparingDouble((Choice one) -> -one.gain())
                .thenComparingInt(Choice::quarter)
                .thenComparing(Choice::option))
        .limit(most)
        .toList();
  }
}
