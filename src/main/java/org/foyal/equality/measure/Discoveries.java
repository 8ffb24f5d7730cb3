package org.foyal.equality.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which of many findings to believe, so that of those believed few are chance (Benjamini and
/// Hochberg 1995).
public final class Discoveries {
  private Discoveries() {}

  /// Which of them to believe.
  ///
  /// @param chances of each finding if there were nothing to find, 0 to 1
  /// @param most the share of chance among what is believed, for example 0.05
  public static List<Boolean> among(List<Double> chances, double most) {
    var order =
        IntStream.range(0, chances.size())
            .boxed()
            .sorted(Comparator.comparing(chances::get))
            .toList();
    int believed =
        IntStream.rangeClosed(1, order.size())
            .filter(k -> chances.get(order.get(k - 1)) <= most * k / chances.size())
            .max()
            .orElse(0);
    var those = order.subList(0, believed);
    return IntStream.range(0, chances.size()).mapToObj(those::contains).toList();
  }
}
