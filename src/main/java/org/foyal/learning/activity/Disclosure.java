package org.foyal.learning.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/// What a row of counts of people may show, so that nobody can work out a count of fewer than
/// eleven: neither by reading it nor by taking the others away from the total.
public final class Disclosure {
  /// The fewest people that a number may speak of.
  public static final int LEAST = 11;

  private Disclosure() {}

  /// A row as it may be shown; what is hidden is empty.
  ///
  /// @param total of all cells, hidden ones included
  public record Row(List<OptionalLong> cells, OptionalLong total) {}

  /// Hides counts of 1 to 10; then the next smallest ones, until at least two are hidden that make
  /// eleven together beyond one each, so that the total gives none of them away: a nought is shown,
  /// so a hidden one is known to be somebody. Where no more can be hidden, the total is; one below
  /// eleven hides all. Which of the hidden ones was the small one is not told.
  ///
  /// @param counts the parts of one whole, none negative
  public static Row of(List<Long> counts) {
    long total = counts.stream().mapToLong(Long::longValue).sum();
    if (total > 0 && total < LEAST) {
      return new Row(counts.stream().map(_ -> OptionalLong.empty()).toList(), OptionalLong.empty());
    }
    var hidden = new HashSet<Integer>();
    IntStream.range(0, counts.size()).filter(i -> small(counts.get(i))).forEach(hidden::add);
    for (int next : smallestFirst(counts)) {
      if (hidden.isEmpty() || unknowable(counts, hidden)) {
        break;
      }
      hidden.add(next);
    }
    var cells = new ArrayList<OptionalLong>();
    for (int i = 0; i < counts.size(); i++) {
      cells.add(hidden.contains(i) ? OptionalLong.empty() : OptionalLong.of(counts.get(i)));
    }
    boolean told = hidden.isEmpty() || unknowable(counts, hidden);
    return new Row(List.copyOf(cells), told ? OptionalLong.of(total) : OptionalLong.empty());
  }

  /// A count that stands alone, of which no total is shown.
  public static OptionalLong alone(long count) {
    return small(count) ? OptionalLong.empty() : OptionalLong.of(count);
  }

  private static boolean small(long count) {
    return count > 0 && count < LEAST;
  }

  /// Whoever takes what is shown away from the total learns the sum of what is hidden, and no more.
  private static boolean unknowable(List<Long> counts, Set<Integer> hidden) {
    return hidden.size() > 1
        && hidden.stream().mapToLong(i -> Math.max(0, counts.get(i) - 1)).sum() >= LEAST;
  }

  /// Nobody is a count too, but hiding it hides little: it comes last.
  private static List<Integer> smallestFirst(List<Long> counts) {
    return IntStream.range(0, counts.size())
        .boxed()
        .filter(i -> !small(counts.get(i)))
        .sorted(Comparator.comparingLong(i -> counts.get(i) == 0 ? Long.MAX_VALUE : counts.get(i)))
        .toList();
  }
}
