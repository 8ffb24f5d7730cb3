package org.foyal.opendata.gate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks for what a new release and an earlier one give away together: the difference of two
/// numbers of the same thing, where one lies in the other or both speak of the same area at other
/// dates.
final class Differencing {
  private Differencing() {}

  /// A number that was released, or is about to be.
  ///
  /// @param members the smallest areas that it speaks of
  record Released(
      String variable, String period, String column, Set<String> members, long people) {}

  /// Two numbers whose difference is somebody.
  record Found(Released earlier, Released now, long people) {}

  /// The first pair that gives 1 to 10 people away.
  ///
  /// @param stock whether the same people are counted at one date and at another
  static Optional<Found> find(Collection<Released> earlier, List<Released> now, boolean stock) {
    for (var before : earlier) {
      for (var one : now) {
        if (comparable(before, one, stock)) {
          long people = Math.abs(before.people() - one.people());
          if (people > 0 && people < Attack.ENOUGH) {
            return Optional.of(new Found(before, one, people));
          }
        }
      }
      var within = within(before, now);
      if (within.isPresent()) {
        return within;
      }
    }
    return Optional.empty();
  }

  private static boolean comparable(Released a, Released b, boolean stock) {
    boolean same = a.variable().equals(b.variable()) && a.column().equals(b.column());
    if (!same || a.equals(b)) {
      return false;
    }
    return a.period().equals(b.period())
        ? a.members().containsAll(b.members()) || b.members().containsAll(a.members())
        : stock && a.members().equals(b.members());
  }

  /// All new ones that lie in an earlier one, taken together.
  private static Optional<Found> within(Released before, List<Released> now) {
    var inside =
        now.stream()
            .filter(one ->
                one.variable().equals(before.variable())
                    && one.column().equals(before.column())
                    && one.period().equals(before.period())
                    && before.members().containsAll(one.members()))
            .toList();
    long people = before.people() - inside.stream().mapToLong(Released::people).sum();
    return inside.size() > 1 && people > 0 && people < Attack.ENOUGH
        ? Optional.of(new Found(before, inside.getFirst(), people))
        : Optional.empty();
  }
}
