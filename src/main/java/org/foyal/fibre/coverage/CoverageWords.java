package org.foyal.fibre.coverage;

import org.foyal.fibre.Dated;
import org.foyal.fibre.coverage.Forecasting.Guess;
import org.foyal.shell.Page;

/// What the pages of the follow-up say in words, in the reader's language.
final class CoverageWords {
  private CoverageWords() {}

  /// A day as well as it is known.
  static String day(Page page, Dated dated) {
    return switch (dated.precision()) {
      case DAY -> page.date(dated.first());
      case MONTH -> page.month(dated.first());
      case YEAR -> Integer.toString(dated.first().getYear());
    };
  }

  /// A whole number.
  static String number(Page page, long number) {
    return page.number((double) number);
  }

  /// A share in percent.
  static String percent(Page page, double share) {
    return page.say("fibre.coverage.percent", page.number(100 * share));
  }

  /// Why there is no forecast.
  static String none(Page page, Guess guess) {
    return switch (guess) {
      case Guess.Made _ -> page.say("fibre.coverage.forecast.tonight");
      case Guess.TooFew(int points) ->
          page.say("fibre.coverage.forecast.few", points, Forecasting.POINTS);
      case Guess.TooShort(long days) -> page.say("fibre.coverage.forecast.short", days);
      case Guess.TooOld(var last) -> page.say("fibre.coverage.forecast.old", page.date(last));
    };
  }

  /// What the whole of a published count is.
  static String whole(Page page, Published published) {
    var amount = published.counts().getLast().amount();
    return amount.ofBusinesses().isPresent()
        ? page.say(
            "fibre.coverage.whole.both",
            page.number(published.of()),
            page.number(amount.ofDwellings().orElseThrow()),
            page.number(amount.ofBusinesses().get()))
        : page.say("fibre.coverage.whole." + published.unit(), page.number(published.of()));
  }
}
