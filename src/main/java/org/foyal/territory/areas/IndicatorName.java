package org.foyal.territory.areas;

import java.util.Locale;
import org.foyal.shell.Page;

/// The name of a published indicator: as much of it as the house has words for, then the producer's
/// own words for the rest, for an indicator may speak of one city or quarter alone.
///
/// @param known the words of the house, empty when it has none
/// @param rest the producer's own words, empty when the house has words for all
record IndicatorName(String known, String rest) {
  private static final String WORDS = "areas.figure.";

  static IndicatorName of(Page page, String indicator) {
    for (int end = indicator.length(); end > 0; end = indicator.lastIndexOf('_', end - 1)) {
      var key = WORDS + indicator.substring(0, end);
      if (page.has(key)) {
        return new IndicatorName(page.say(key), spelt(indicator.substring(end)));
      }
    }
    return new IndicatorName("", spelt(indicator));
  }

  /// Without the mark of the unit, which stands beside the value.
  private static String spelt(String own) {
    var words = own.replaceFirst("_(pct|nombre)$", "").replace('_', ' ').strip();
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
