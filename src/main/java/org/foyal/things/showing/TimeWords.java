package org.foyal.things.showing;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.foyal.shell.Page;

/// Writes the moments of charts and tables.
final class TimeWords {
  private TimeWords() {}

  /// Below a chart.
  static String tick(Page page, Span span, ZonedDateTime at) {
    return switch (span) {
      case DAY -> page.say("things.showing.tick.hour", at.getHour());
      case WEEK -> format(page, "EEE d", at);
      case MONTH -> format(page, "d MMM", at);
      case YEAR -> format(page, "MMM yy", at);
    };
  }

  /// At the head of a row.
  static String row(Page page, Span span, ZonedDateTime at) {
    return switch (span) {
      case DAY ->
          page.say("things.showing.row.hour", format(page, "EEEE d MMMM", at), at.getHour());
      case WEEK, MONTH -> format(page, "EEEE d MMMM", at);
      case YEAR -> format(page, "MMMM y", at);
    };
  }

  private static String format(Page page, String pattern, ZonedDateTime at) {
    return page.language().write(DateTimeFormatter.ofPattern(pattern), at);
  }
}
