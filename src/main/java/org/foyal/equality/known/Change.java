package org.foyal.equality.known;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.equality.measure.Discoveries;
import org.foyal.equality.measure.Shares;
import org.foyal.equality.registry.Value;
import org.foyal.equality.registry.Value.Amount;
import org.foyal.kernel.Interval;

/// How a share of a neighbourhood changed since the period before, where that is more than chance.
///
/// @param since the period before
/// @param by the share less what it was
/// @param interval of that, with 95 % confidence (Newcombe 1998)
record Change(String since, double by, Interval interval) {
  /// Of each neighbourhood of which it can be said, by its code: both periods known by their counts
  /// and drawn by the same outlines, the interval without 0, and among all neighbourhoods at once
  /// no more than one in twenty such findings chance.
  static Map<String, Change> of(List<Value> values, List<Value> before) {
    var earlier =
        before.stream().collect(Collectors.toMap(Value::area, Function.identity(), (a, _) -> a));
    var areas = new ArrayList<String>();
    var changes = new ArrayList<Change>();
    var chances = new ArrayList<Double>();
    for (var value : values) {
      var was = earlier.get(value.area());
      if (was != null
          && counted(value.amount())
          && counted(was.amount())
          && was.when().geography().equals(value.when().geography())) {
        areas.add(value.area());
        changes.add(between(was, value));
        chances.add(chance(was.amount(), value.amount()));
      }
    }
    var believed = Discoveries.among(chances, Beside.CHANCE);
    var told = new HashMap<String, Change>();
    for (int i = 0; i < areas.size(); i++) {
      var interval = changes.get(i).interval();
      if (believed.get(i) && (interval.from() > 0 || interval.to() < 0)) {
        told.put(areas.get(i), changes.get(i));
      }
    }
    return told;
  }

  private static boolean counted(Amount amount) {
    return amount.numerator().isPresent() && amount.denominator().isPresent();
  }

  private static Change between(Value was, Value now) {
    var one = now.amount();
    var other = was.amount();
    return new Change(
        was.when().period(),
        one.value() - other.value(),
        Shares.difference(
            one.numerator().orElseThrow(),
            one.denominator().orElseThrow(),
            other.numerator().orElseThrow(),
            other.denominator().orElseThrow()));
  }

  private static double chance(Amount was, Amount now) {
    return Beside.chance(
        now.numerator().orElseThrow(),
        now.denominator().orElseThrow(),
        was.numerator().orElseThrow(),
        was.denominator().orElseThrow());
  }
}
