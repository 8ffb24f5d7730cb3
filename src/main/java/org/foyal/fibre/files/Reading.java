package org.foyal.fibre.files;

import java.time.LocalDate;
import java.util.Optional;
import org.foyal.fibre.files.reading.Layout;
import org.foyal.territory.files.reading.SourceText;

/// A file that was recognised, with what it and its order say of it.
///
/// @param operator whose network it tells of; empty: it is of the regulator
/// @param asOf the day that it speaks of
record Reading(
    FileOrder order, SourceText text, Layout layout, Optional<String> operator, LocalDate asOf) {
  boolean restricted() {
    return order.terms().restrictedTo().isPresent();
  }

  /// The same, of a day.
  Reading on(LocalDate day) {
    return new Reading(order, text, layout, operator, day);
  }
}
