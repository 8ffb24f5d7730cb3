package org.foyal.equality.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A value as a room or a file tells it, before anybody looked at it.
///
/// @param line where it stands in its file, counted from 1; of rooms, their order
public record Reading(
    int line,
    String indicator,
    String area,
    String period,
    Told told,
    String source,
    LocalDate asOf) {
  /// The numbers that it tells.
  ///
  /// @param numerator of a share, or the whole of a count
  /// @param denominator of a share
  /// @param value of what is no count
  public record Told(
      @Nullable Long numerator, @Nullable Long denominator, @Nullable Double value) {}
}
