package org.foyal.things.showing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import org.foyal.things.keeping.Charted.Step;

/// How far back a chart goes.
enum Span {
  /// The last 24 hours, by hours.
  DAY(1, Step.HOUR),
  /// Seven days, by hours.
  WEEK(7, Step.HOUR),
  /// Thirty days, by days.
  MONTH(30, Step.DAY),
  /// A year, by days.
  YEAR(365, Step.DAY);

  private final int days;
  private final Step step;

  Span(int days, Step step) {
    this.days = days;
    this.step = step;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String words() {
    return "things.showing.span." + code();
  }

  Step step() {
    return step;
  }

  Instant since(Instant until) {
    return until.minus(days, ChronoUnit.DAYS);
  }

  /// When the row of the table begins that a moment falls into: an hour, a day, a month.
  ZonedDateTime row(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    return switch (this) {
      case DAY -> local.truncatedTo(ChronoUnit.HOURS);
      case WEEK, MONTH -> local.truncatedTo(ChronoUnit.DAYS);
      case YEAR -> local.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    };
  }

  /// The span of that word; a day where it is none of ours.
  static Span read(String word) {
    return Stream.of(values()).filter(span -> span.code().equals(word)).findFirst().orElse(DAY);
  }
}
