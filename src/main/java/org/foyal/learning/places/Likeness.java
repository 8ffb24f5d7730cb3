package org.foyal.learning.places;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyal.kernel.Position;

/// Whether two places may be one: the rule by which the national directory finds its doubles. How
/// alike their addresses, their names and their positions are, from 0 to 100 each, and of these the
/// mean; only within a commune, from different sources, of kinds that go together.
public final class Likeness {
  /// From so much on, somebody should look.
  public static final double DOUBLE = 80;

  private static final double CLOSE_deg = 0.0004;

  private Likeness() {}

  /// Whether two places of one commune could be that much alike, as far as their positions tell:
  /// however alike their names and streets are, the mean of three can't reach it from afar. It
  /// costs next to nothing, so that a long file need not compare all names with each other.
  public static boolean near(Place one, Place other) {
    var here = one.address().where();
    var there = other.address().where();
    return here == null || there == null || near(here, there) >= 3 * DOUBLE - 200;
  }

  private static double near(Position here, Position there) {
    double away_deg =
        Math.hypot(
            here.latitude_deg() - there.latitude_deg(),
            here.longitude_deg() - there.longitude_deg());
    return away_deg < CLOSE_deg ? 100 : 100 / (away_deg * 1_000 + 1);
  }

  /// How alike two places are, from 0 to 100; empty where they can't be one.
  public static Optional<Double> of(Place one, Place other) {
    if (!one.address().communeCode().equals(other.address().communeCode())
        || one.address().communeCode().isEmpty()
        || one.origin().source().equals(other.origin().source())
        || !together(one.offer().kinds(), other.offer().kinds())) {
      return Optional.empty();
    }
    double names = ratio(one.name(), other.name());
    double streets = ratio(one.address().street(), other.address().street());
    var here = one.address().where();
    var there = other.address().where();
    if (here == null || there == null) {
      return Optional.of((names + streets) / 2);
    }
    return Optional.of((names + streets + near(here, there)) / 3);
  }

  private static boolean together(List<String> kinds, List<String> others) {
    return kinds.isEmpty() || others.isEmpty() || !Collections.disjoint(kinds, others);
  }

  /// How much of two texts is the same, without case, accents and signs.
  static double ratio(String one, String other) {
    var a = plain(one);
    var b = plain(other);
    int all = a.length() + b.length();
    return all == 0 ? 0 : 100.0 * (all - distance(a, b)) / all;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }

  /// Letters to put in or take out to make one text the other; to change one counts twice.
  private static int distance(String a, String b) {
    var before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 2);
        now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[b.length()];
  }
}
