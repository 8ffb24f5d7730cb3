package org.foyal.equality.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.foyal.equality.measure.Estimate;
import org.jspecify.annotations.Nullable;

/// A value of which a night was made, as it is kept.
///
/// @param count of a share with chance in it, else nothing
/// @param of how many, likewise
@JsonInclude(JsonInclude.Include.NON_NULL)
record Input(double value, @Nullable Long count, @Nullable Long of) {
  static Input of(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Counted(var count, var of) -> new Input(estimate.seen(), count, of);
      case Estimate.Known(var value) -> new Input(value, null, null);
      case Estimate.Events _, Estimate.Unknown _ ->
          throw new IllegalArgumentException("no night keeps " + estimate);
    };
  }

  Estimate estimate() {
    return count == null || of == null
        ? new Estimate.Known(value)
        : new Estimate.Counted(count, of);
  }
}
