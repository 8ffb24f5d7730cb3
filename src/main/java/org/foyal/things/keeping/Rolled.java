package org.foyal.things.keeping;

import java.math.BigDecimal;
import java.time.Instant;

/// What the numbers of a stretch of time come to.
///
/// @param begins when the stretch begins
/// @param readings how many numbers; at least one
/// @param sum of all, exact
/// @param first,last by the time that they are of
record Rolled(
    Instant begins,
    long readings,
    BigDecimal sum,
    double minimum,
    double maximum,
    double first,
    Instant firstAt,
    double last,
    Instant lastAt) {
  Rolled {
    if (readings < 1) {
      throw new IllegalArgumentException("nothing is not rolled up");
    }
  }

  double mean() {
    return sum.divide(BigDecimal.valueOf(readings), java.math.MathContext.DECIMAL128).doubleValue();
  }
}
