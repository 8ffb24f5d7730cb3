package org.foyal.learning.figures;

import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.foyal.learning.courses.Course.Audience;

/// Sessions that took place and are alike in month, place and audience. Nothing here counts people.
///
/// @param area the neighbourhood of the place, by its code; [Tab#UNKNOWN] where it is not known
/// @param audience for whom, as [Audiences] writes it
record Held(YearMonth month, UUID place, String area, String audience, Count count) {

  /// What sessions add up to.
  ///
  /// @param seatMinutes seats times minutes
  /// @param unnoted sessions of which nobody has noted for all who came whether they did
  record Count(
      long sessions,
      long minutes,
      long seatMinutes,
      long stepFree,
      long creole,
      long womenOnly,
      long childcare,
      long unnoted) {
    static final Count NOTHING = new Count(0, 0, 0, 0, 0, 0, 0, 0);

    Count and(Count other) {
      return new Count(
          sessions + other.sessions,
          minutes + other.minutes,
          seatMinutes + other.seatMinutes,
          stepFree + other.stepFree,
          creole + other.creole,
          womenOnly + other.womenOnly,
          childcare + other.childcare,
          unnoted + other.unnoted);
    }

    double hours() {
      return minutes / 60.0;
    }

    double seatHours() {
      return seatMinutes / 60.0;
    }
  }

  static Count sum(Collection<Held> some) {
    return some.stream().map(Held::count).reduce(Count.NOTHING, Count::and);
  }

  /// The sums by what they have in common, in the order of its code.
  static <K extends Comparable<K>> Map<K, Count> by(List<Held> some, Function<Held, K> what) {
    var sums = new TreeMap<K, Count>();
    some.forEach(one -> sums.merge(what.apply(one), one.count(), Count::and));
    return sums;
  }

  /// The sums by each audience that is named: what is for two of them is in both.
  static Map<Audience, Count> byNamed(List<Held> some) {
    var sums = new LinkedHashMap<Audience, Count>();
    for (var audience : Audience.values()) {
      some.stream()
          .filter(one -> Audiences.of(one.audience()).contains(audience))
          .forEach(one -> sums.merge(audience, one.count(), Count::and));
    }
    return sums;
  }
}
