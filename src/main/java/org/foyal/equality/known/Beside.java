package org.foyal.equality.known;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.foyal.equality.measure.Discoveries;
import org.foyal.equality.measure.Shares;
import org.foyal.equality.measure.SmallAreas;
import org.foyal.equality.measure.SmallAreas.Seen;
import org.foyal.equality.registry.Value;
import org.foyal.kernel.Interval;

/// A share of a neighbourhood beside the others of which the same period is known, and what of it
/// may be chance.
///
/// @param shrunk the share drawn towards that of all, by as much as chance would explain
/// @param gap the share less that of those others together
/// @param interval of the gap, with 95 % confidence (Newcombe 1998)
/// @param sure whether it is more than chance: the interval leaves out 0, and among all
///   neighbourhoods at once no more than one in twenty such findings is chance
record Beside(double shrunk, double gap, Interval interval, boolean sure) {
  /// The share of chance among what is believed.
  static final double CHANCE = 0.05;

  /// Of each neighbourhood, by its code; nothing where fewer than two are known by their counts.
  static Map<String, Beside> of(List<Value> values) {
    var areas = new ArrayList<String>();
    var seen = new ArrayList<Seen>();
    var last = values.stream().max(Comparator.comparing(one -> one.when().asOf()));
    for (var value : values) {
      var amount = value.amount();
      boolean same = value.when().period().equals(last.orElseThrow().when().period());
      if (same && amount.numerator().isPresent() && amount.denominator().isPresent()) {
        areas.add(value.area());
        seen.add(new Seen(amount.numerator().getAsLong(), amount.denominator().getAsLong()));
      }
    }
    if (seen.size() < 2) {
      return Map.of();
    }
    long events = seen.stream().mapToLong(Seen::events).sum();
    long people = seen.stream().mapToLong(Seen::people).sum();
    var shrunk = SmallAreas.shrunk(seen);
    var believed =
        Discoveries.among(
            seen.stream()
                .map(one ->
                    chance(
                        one.events(), one.people(), events - one.events(), people - one.people()))
                .toList(),
            CHANCE);
    var told = new HashMap<String, Beside>();
    for (int i = 0; i < areas.size(); i++) {
      var one = seen.get(i);
      long others = people - one.people();
      var interval = Shares.difference(one.events(), one.people(), events - one.events(), others);
      double gap = one.rate() - (double) (events - one.events()) / others;
      boolean apart = interval.from() > 0 || interval.to() < 0;
      told.put(areas.get(i), new Beside(shrunk.get(i), gap, interval, apart && believed.get(i)));
    }
    return told;
  }

  /// The chance of a gap so wide between two shares if there were none (test of two shares,
  /// pooled).
  static double chance(long count, long of, long other, long ofOther) {
    double all = (double) (count + other) / (of + ofOther);
    double error = Math.sqrt(all * (1 - all) * (1.0 / of + 1.0 / ofOther));
    if (error == 0) {
      return 1;
    }
    double gap = (double) count / of - (double) other / ofOther;
    return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(gap) / error);
  }
}
