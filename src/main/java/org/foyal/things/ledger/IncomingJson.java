package org.foyal.things.ledger;

import com.ethlo.time.ITU;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.foyal.things.ledger.Incoming.Extras;
import org.foyal.things.ledger.Incoming.Result;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a sender wrote of an observation (18-088, table 13).
public final class IncomingJson {
  private static final double EXACT = 9_007_199_254_740_992.0; // 2^53
  private static final int DEEPEST = 50;

  /// As much as the door of MQTT takes, whatever the door.
  private static final int LONGEST_chars = 65_536;

  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9998;

  /// ISO 8601 with any offset, `+04`, `+0400` and `+04:00` alike; a space instead of the T passes.
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .appendPattern("HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private IncomingJson() {}

  /// Reads an observation of a datastream.
  ///
  /// @param now what counts where the sender told no time
  /// @throws NotTaken with the property that is wrong
  public static Incoming read(ObjectNode body, long datastream, Instant now) throws NotTaken {
    var phenomenon = span(body, "phenomenonTime");
    var valid = span(body, "validTime");
    var quality = body.get("resultQuality");
    var parameters = body.get("parameters");
    if (!body.has("result")) {
      throw new NotTaken("result", "An Observation needs a result.");
    }
    return new Incoming(
        datastream,
        phenomenon == null ? new Span(now.truncatedTo(ChronoUnit.MILLIS), null) : phenomenon,
        result(body.get("result")),
        moment(body, "resultTime"),
        link(body, "FeatureOfInterest"),
        quality == null && valid == null && parameters == null
            ? Extras.NONE
            : new Extras(orNone(quality), valid, object("parameters", parameters)));
  }

  /// The identifier that a link to one entity names; none where there is no link.
  ///
  /// @throws NotTaken where the link names no identifier
  public static @Nullable Long link(ObjectNode body, String name) throws NotTaken {
    var link = body.get(name);
    if (link == null || link.isNull()) {
      return null;
    }
    var id = link.get("@iot.id");
    if (id == null || !id.isIntegralNumber() || !id.canConvertToLong()) {
      throw new NotTaken(name, "Link to a %s by {\"@iot.id\": number}.".formatted(name));
    }
    return id.longValue();
  }

  /// A result as it is stored: numbers as numbers, but for whole ones that a double would change.
  ///
  /// @throws NotTaken where a number is too large
  public static Result result(JsonNode json) throws NotTaken {
    if (!json.isNumber()) {
      return new Result.Other(small("result", json));
    }
    double number = json.doubleValue();
    if (!Double.isFinite(number)) {
      throw new NotTaken("result", "The number is too large: at most 1.79e308.");
    }
    return json.isIntegralNumber() && Math.abs(number) >= EXACT
        ? new Result.Other(json)
        : new Result.Numeric(number);
  }

  /// A property that is a moment; none where it is left out or null.
  ///
  /// @throws NotTaken where it is anything else
  public static @Nullable Instant moment(ObjectNode body, String name) throws NotTaken {
    var node = body.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw new NotTaken(name, "A time is a text: 2026-11-27T08:00:00Z.");
    }
    return moment(name, node.stringValue());
  }

  /// A property that is a moment or a time from one to another; none where left out or null.
  ///
  /// @throws NotTaken where it is anything else
  public static @Nullable Span span(ObjectNode body, String name) throws NotTaken {
    var node = body.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw new NotTaken(name, "A time is a text: 2026-11-27T08:00:00Z, or two with / between.");
    }
    return span(name, node.stringValue());
  }

  private static Span span(String name, String written) throws NotTaken {
    int slash = written.indexOf('/');
    if (slash < 0) {
      return new Span(moment(name, written), null);
    }
    var from = moment(name, written.substring(0, slash));
    var until = moment(name, written.substring(slash + 1));
    if (until.isBefore(from)) {
      throw new NotTaken(name, "The time ends before it begins: " + excerpt(written));
    }
    return new Span(from, until);
  }

  private static Instant moment(String name, String written) throws NotTaken {
    try {
      var moment = moment(written.strip());
      if (moment == null) {
        throw new NotTaken(
            name, "A time needs its zone, Z or an offset like -04:00: " + excerpt(written));
      }
      int year = moment.withOffsetSameInstant(ZoneOffset.UTC).getYear();
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        throw new NotTaken(name, "A year of 1 to 9998 is taken: " + excerpt(written));
      }
      return moment.toInstant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
    } catch (DateTimeException unreadable) {
      throw new NotTaken(
          name, "No time as ISO 8601 writes it, 2026-11-27T08:00:00Z: " + excerpt(written));
    }
  }

  /// What nearly all senders write is RFC 3339, for which there is a reader ten times as fast; it
  /// was a fifth of the time that a list of observations takes.
  ///
  /// @return none where it tells no zone
  private static @Nullable OffsetDateTime moment(String written) {
    try {
      return ITU.parseDateTime(written);
    } catch (DateTimeException other) {
      var read = MOMENT.parse(written.replace(' ', 'T'));
      return read.isSupported(ChronoField.OFFSET_SECONDS) ? OffsetDateTime.from(read) : null;
    }
  }

  private static String excerpt(String written) {
    return written.length() <= 60 ? written : written.substring(0, 60) + "…";
  }

  private static @Nullable JsonNode orNone(@Nullable JsonNode node) throws NotTaken {
    return node == null || node.isNull() ? null : small("resultQuality", node);
  }

  /// A value as the database can keep it.
  ///
  /// @throws NotTaken where it can't
  public static JsonNode sound(String name, JsonNode node) throws NotTaken {
    sound(name, node, 0);
    return node;
  }

  private static JsonNode small(String name, JsonNode node) throws NotTaken {
    sound(name, node, 0);
    int chars = node.isString() ? node.stringValue().length() : node.toString().length();
    if (chars > LONGEST_chars) {
      throw new NotTaken(
          name, "At most %,d characters are taken: %,d came.".formatted(LONGEST_chars, chars));
    }
    return node;
  }

  /// What the database can keep: neither deeper than anybody reads, nor with the character 0, nor
  /// with numbers that no double holds.
  private static void sound(String name, JsonNode node, int depth) throws NotTaken {
    if (depth > DEEPEST) {
      throw new NotTaken(
          name, "Objects and lists within each other: at most %d.".formatted(DEEPEST));
    }
    if (node.isString() && node.stringValue().indexOf('\0') >= 0) {
      throw new NotTaken(name, "A text can't hold the character 0.");
    }
    if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
      throw new NotTaken(name, "The number is too large: at most 1.79e308.");
    }
    if (node instanceof ObjectNode object) {
      for (var key : object.propertyNames()) {
        if (key.indexOf('\0') >= 0) {
          throw new NotTaken(name, "A name can't hold the character 0.");
        }
      }
    }
    for (var inner : node.values()) {
      sound(name, inner, depth + 1);
    }
  }

  private static @Nullable JsonNode object(String name, @Nullable JsonNode node) throws NotTaken {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isObject()) {
      throw new NotTaken(name, "parameters is an object: {\"name\": value}.");
    }
    return small(name, node);
  }
}
