package org.foyal.learning.places.hours;

import java.time.LocalDate;
import java.util.List;

/// A day and when a place is open on it.
///
/// @param holiday a public holiday of which its hours say nothing: one had better call
public record Day(LocalDate day, List<Span> spans, boolean holiday) {
  /// Keeps the spans as they are.
  public Day {
    spans = List.copyOf(spans);
  }
}
