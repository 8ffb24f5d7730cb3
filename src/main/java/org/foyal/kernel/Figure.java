package org.foyal.kernel;

import java.time.LocalDate;
import java.util.OptionalLong;

/// Something that a room counts for one area, with the whole that it is a part of where there is
/// one.
///
/// @param key names what is counted, for example `fibre.connectable`
/// @param areaCode the area that is spoken of
/// @param count how many, 0 or more
/// @param of of how many; empty where the count is no share
/// @param asOf the last day that the count knows of
/// @param synthetic whether a demonstration invented any of what is counted: such a figure never
///   speaks of a real area
public record Figure(
    String key, String areaCode, long count, OptionalLong of, LocalDate asOf, boolean synthetic) {
  /// Refuses what nothing can be counted to.
  ///
  /// @throws IllegalArgumentException for a negative count, or a share of nothing or of less
  public Figure {
    if (count < 0 || (of.isPresent() && (of.getAsLong() <= 0 || of.getAsLong() < count))) {
      throw new IllegalArgumentException("no such count of " + key + ": " + count + " of " + of);
    }
  }
}
