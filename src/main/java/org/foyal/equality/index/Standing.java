package org.foyal.equality.index;

import java.util.List;
import java.util.Locale;
import org.foyal.equality.measure.Composite.Contribution;
import org.foyal.equality.measure.Ranking;
import org.foyal.shell.Page;

/// A neighbourhood in the table of groups.
///
/// @param href its page; empty where it has none
/// @param place its possible ranks
/// @param parts what each subject adds to the gap with the city; empty where there is none
public record Standing(
    String name, String href, double score, Ranking.Place place, List<Contribution> parts) {
  /// Keeps the parts as they are.
  public Standing {
    parts = List.copyOf(parts);
  }

  /// The key of the name of a choice.
  public static String words(Ranking.Choice choice) {
    return "equality.choice." + choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The subject that weighs most in the gap, in words; nothing where there is no gap.
  public String weighs(Page page) {
    return EqualityIndex.most(parts)
        .map(one -> {
          var by = page.number(100 * Math.abs(Math.expm1(one.amount())));
          return page.say("equality.part." + one.key())
              + (one.amount() < 0 ? " −" : " +")
              + page.say("equality.unit.share", by);
        })
        .orElse("");
  }
}
