package org.foyal.fibre.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.foyal.fibre.files.reading.Layout;

/// A file that was brought in.
///
/// @param operator whose network it tells of; empty: it is of the regulator
/// @param asOf the day that it speaks of
/// @param learned when it was brought in
/// @param undone when and by whom it was taken back
public record Delivery(
    long id,
    Layout layout,
    Optional<String> operator,
    String fileName,
    LocalDate asOf,
    Instant learned,
    String by,
    Report.Counts counts,
    boolean example,
    Optional<Undone> undone) {
  /// When it was taken back, and by whom.
  public record Undone(Instant at, String by) {}
}
