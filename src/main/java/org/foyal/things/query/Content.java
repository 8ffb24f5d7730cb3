package org.foyal.things.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a property of an entity holds.
public sealed interface Content {
  /// Nothing.
  record None() implements Content {}

  /// Text.
  record Words(String text) implements Content {}

  /// JSON, as it is stored.
  record Raw(String json) implements Content {}

  /// A whole number.
  record Whole(long number) implements Content {}

  /// A number.
  record Amount(double number) implements Content {}

  /// An instant.
  record Moment(Instant when) implements Content {}

  /// An interval.
  record Span(Instant from, Instant until) implements Content {}

  /// A unit; what it has not is none.
  record Unit(@Nullable String name, @Nullable String symbol, @Nullable String definition)
      implements Content {}
}
