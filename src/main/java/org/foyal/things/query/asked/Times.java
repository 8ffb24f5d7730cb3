package org.foyal.things.query.asked;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Times as filters write them (ISO 8601) and as answers do: always UTC, always with milliseconds,
/// since clients compare them as text; with microseconds where there are some, so that who asks for
/// what came after the last time read does not get it again.
public final class Times {
  private static final DateTimeFormatter OUT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter FINE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /// As answers write an instant.
  public static String written(Instant instant) {
    return (instant.equals(instant.truncatedTo(ChronoUnit.MILLIS)) ? OUT : FINE).format(instant);
  }

  /// A time or an interval that stands in quotes.
  public static Optional<Expression.Span> read(String text) {
    try {
      var token = new Token(Token.Kind.SPAN, text.contains("/") ? text : text + "/" + text, 0);
      return Optional.of(span(token));
    } catch (NotUnderstood _) {
      return Optional.empty();
    }
  }

  static Expression moment(Token token) {
    return new Expression.Moment(token.at(), instant(token, token.text()));
  }

  static Expression.Span span(Token token) {
    var ends = token.text().split("/", 2);
    var from = instant(token, ends[0]);
    var until = instant(token, ends[1]);
    if (until.isBefore(from)) {
      throw NotUnderstood.at(token.at(), "the interval ends before it begins");
    }
    return new Expression.Span(token.at(), from, until);
  }

  /// A time without an offset is taken as UTC.
  private static Instant instant(Token token, String text) {
    var plain = text.replace(',', '.').replace(' ', '+').replace('z', 'Z');
    var zoned =
        plain.matches(".*T.*[+-]\\d\\d")
            ? plain + ":00"
            : plain.matches(".*T.*[+-]\\d{4}")
                ? plain.substring(0, plain.length() - 2) + ":" + plain.substring(plain.length() - 2)
                : plain.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)") ? plain : plain + "Z";
    try {
      return OffsetDateTime.parse(zoned).toInstant();
    } catch (DateTimeException _) {
      throw NotUnderstood.at(token.at(), "« " + text + " » is no time: write 2026-01-31T12:00:00Z");
    }
  }

  static Expression day(Token token) {
    try {
      return new Expression.Day(token.at(), LocalDate.parse(token.text()));
    } catch (DateTimeException _) {
      throw NotUnderstood.at(token.at(), token.shown() + " is no day");
    }
  }

  static Expression hour(Token token) {
    try {
      return new Expression.Hour(token.at(), LocalTime.parse(token.text()));
    } catch (DateTimeException _) {
      throw NotUnderstood.at(token.at(), token.shown() + " is no time of day");
    }
  }

  static Expression lapse(Token token) {
    try {
      var value = Duration.parse(token.text());
      if (value.abs().compareTo(Duration.ofDays(400_000)) > 0) {
        throw NotUnderstood.at(token.at(), "the duration is longer than a thousand years");
      }
      return new Expression.Lapse(token.at(), value);
    } catch (DateTimeException _) {
      throw NotUnderstood.at(
          token.at(), token.shown() + " is no duration: write duration'P1DT12H30M'");
    }
  }
}
