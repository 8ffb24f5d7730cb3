package org.foyal.agreement.promises;

import java.time.LocalDate;
import java.time.Period;
import org.foyal.agreement.Day;
import org.foyal.agreement.Standing;
import org.foyal.shell.Page;

/// How days and lateness are said to a reader.
public final class Shown {
  private Shown() {}

  /// A day as exactly as it is known: « 2 juillet 2018 », « juin 2018 », « 2022 ».
  public static String day(Page page, Day day) {
    return switch (day.unit()) {
      case DAY -> page.date(day.on());
      case MONTH -> page.month(day.on());
      case YEAR -> Integer.toString(day.on().getYear());
    };
  }

  /// By when something is due: « pour le 31 décembre 2020 », « pour juin 2018 », « pour 2022 ».
  public static String due(Page page, Day day) {
    return page.say("agreement.due." + day.unit().name(), day(page, day));
  }

  /// By when something is due, to the day.
  public static String due(Page page, LocalDate day) {
    return due(page, Day.exactly(day));
  }

  /// How much later one day is than another, in the largest unit that is not too coarse: days below
  /// two months, months below two years, then years.
  static String span(Page page, LocalDate from, long days) {
    var span = Period.between(from, from.plusDays(days));
    if (span.toTotalMonths() < 2) {
      return page.say("agreement.span.days", days);
    }
    return span.getYears() < 2
        ? page.say("agreement.span.months", span.toTotalMonths())
        : page.say("agreement.span.years", span.getYears());
  }

  /// The lateness of a promise in words; empty when it is not late.
  static String lateness(Page page, Standing standing, LocalDate due) {
    if (standing.late_days() == 0) {
      return "";
    }
    var span = span(page, due, standing.late_days());
    return page.say(standing.late() ? "agreement.late.by" : "agreement.kept.late-by", span);
  }

  /// The class of the colour that goes with a state; words and shape say the same.
  public static String ink(Standing standing) {
    return switch (standing.state()) {
      case KEPT -> "state-good";
      case KEPT_LATE -> "state-good";
      case MISSED -> "state-bad";
      case UNKNOWN -> "state-unknown";
      case ANNOUNCED, UNDER_WAY -> standing.late() ? "state-late" : "state-open";
    };
  }
}
