package org.foyal.fibre.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.rollout.Fact;

/// Counts of the whole city that somebody published of one and the same whole: these alone make a
/// curve. Two counts of different wholes are never joined.
///
/// @param of of how many
/// @param unit what is counted
/// @param counts in the order of their days
record Published(int of, Fact.Unit unit, List<Fact> counts) {
  /// Files that tell of less leave out a part of the city.
  private static final double NEARLY_ALL = 0.95;

  private record Whole(int of, Fact.Unit unit) {}

  /// Sets counts apart by their whole, in the order in which each was first used.
  static List<Published> of(List<Fact> counts) {
    var apart = new LinkedHashMap<Whole, List<Fact>>();
    for (var count : counts) {
      if (count.amount().number().isPresent() && count.amount().of().isPresent()) {
        var whole = new Whole(count.amount().of().get(), count.amount().unit());
        apart.computeIfAbsent(whole, _ -> new ArrayList<>()).add(count);
      }
    }
    return apart.entrySet().stream()
        .map(one -> new Published(one.getKey().of(), one.getKey().unit(), one.getValue()))
        .toList();
  }

  /// How large the city is, by the count that was published last.
  static Optional<Integer> whole(List<Fact> counts) {
    return counts.stream()
        .filter(one -> one.amount().of().isPresent())
        .max(Comparator.comparing((Fact one) -> one.on().first()))
        .flatMap(one -> one.amount().of());
  }

  /// Whether files that tell of so many premises speak for the whole city: operators tell of the
  /// zones that they build, and all of these may be connected while the rest of the city is not.
  ///
  /// @param whole how large the city is; empty: nobody says, and nothing speaks for all of it
  static boolean isWhole(long told, Optional<Integer> whole) {
    return whole.filter(all -> told >= NEARLY_ALL * all).isPresent();
  }

  /// As points of a curve.
  List<Point> points() {
    return counts.stream()
        .map(one -> new Point(one.on().first(), one.amount().number().orElseThrow(), 0, of))
        .toList();
  }

  /// The name under which forecasts of it are kept.
  String series() {
    return "published:" + unit + ":" + of;
  }
}
