package org.foyal.things.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An observation on its way into the ledger.
///
/// @param phenomenon when it was so
/// @param result a number, or any other JSON
/// @param resultTime when the result was made; none: nobody said
/// @param feature what was observed; none: what the datastream's thing observes by itself
public record Incoming(
    long datastream,
    Span phenomenon,
    Result result,
    @Nullable Instant resultTime,
    @Nullable Long feature,
    Extras extras) {
  /// What was observed.
  public sealed interface Result {
    /// A finite number.
    record Numeric(double number) implements Result {
      /// Neither NaN nor infinite.
      public Numeric {
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException("not finite: " + number);
        }
      }
    }

    /// Anything else, JSON's null included.
    record Other(JsonNode json) implements Result {}
  }

  /// What few observations have.
  public record Extras(
      @Nullable JsonNode quality, @Nullable Span valid, @Nullable JsonNode parameters) {
    /// None of it.
    public static final Extras NONE = new Extras(null, null, null);
  }

  /// The same with the thing that it is about.
  public Incoming about(long found) {
    return new Incoming(datastream, phenomenon, result, resultTime, found, extras);
  }
}
