package org.foyal.equality.measure;

import java.util.List;

/// Rates of small areas, drawn towards the rate of all by as much as chance would explain their
/// distance (global empirical Bayes, Marshall 1991, Applied Statistics 40).
public final class SmallAreas {
  private SmallAreas() {}

  /// Events among people.
  ///
  /// @param events 0 or more
  /// @param people more than 0
  public record Seen(long events, long people) {
    /// Refuses nobody, and fewer events than none.
    ///
    /// @throws IllegalArgumentException for either
    public Seen {
      if (events < 0 || people <= 0) {
        throw new IllegalArgumentException("no rate: " + events + " among " + people);
      }
    }

    /// As it was seen.
    public double rate() {
      return (double) events / people;
    }
  }

  /// The rate of each, drawn in: between what was seen there and the rate of all.
  public static List<Double> shrunk(List<Seen> areas) {
    double people = areas.stream().mapToDouble(one -> (double) one.people()).sum();
    double all = areas.stream().mapToDouble(one -> (double) one.events()).sum() / people;
    double spread =
        areas.stream().mapToDouble(one -> one.people() * Math.pow(one.rate() - all, 2)).sum()
            / people;
    double beyondChance = Math.max(0, spread - all / (people / areas.size()));
    return areas.stream()
        .map(one -> {
          double chance = all / one.people();
          return chance + beyondChance == 0
              ? all
              : all + (one.rate() - all) * beyondChance / (beyondChance + chance);
        })
        .toList();
  }
}
