package org.foyal.equality.measure;

import java.util.List;
import java.util.Optional;

/// How a resource with a true zero is spread over the people of neighbourhoods, for readers.
///
/// @param key of the indicator
/// @param known of how many neighbourhoods it is known
/// @param areas how many there are
/// @param good whether more of it is better; a way to walk is none
public record Spread(String key, Inequality of, int known, int areas, boolean good) {
  /// Nothing where nobody has anything, or it is known of fewer than two neighbourhoods.
  public static Optional<Spread> of(
      String key, List<Inequality.Share> shares, int areas, boolean good) {
    return shares.size() < 2 || shares.stream().allMatch(one -> one.value() == 0)
        ? Optional.empty()
        : Optional.of(new Spread(key, Inequality.of(shares), shares.size(), areas, good));
  }

  /// What the fifth of the people who have least of it has on average.
  public double least() {
    return of.fifth(false);
  }

  /// What the fifth of the people who have most of it has on average.
  public double most() {
    return of.fifth(true);
  }

  /// How many times as much that is; nothing where the one has nothing.
  public Optional<Double> times() {
    return least() > 0 ? Optional.of(most() / least()) : Optional.empty();
  }

  /// The share of the inequality that lies between larger neighbourhoods, in percent; nothing where
  /// there are none, or there is no inequality.
  public Optional<Double> between() {
    var parts = of.theilTParts();
    return of.groupCount() > 1 && parts.whole() > 0
        ? Optional.of(100 * parts.between() / parts.whole())
        : Optional.empty();
  }
}
