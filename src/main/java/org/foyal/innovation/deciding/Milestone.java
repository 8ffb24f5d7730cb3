package org.foyal.innovation.deciding;

import java.time.LocalDate;
import java.util.Optional;

/// Something that a funded project is to reach.
///
/// @param number its place in the project, from 1
/// @param link the page of the house, below the language, where it happens; empty for none
/// @param doneOn when it was reached, if it was
public record Milestone(
    int number, String words, LocalDate dueOn, String link, Optional<LocalDate> doneOn) {
  /// Whether it should have been reached by a day.
  public boolean late(LocalDate today) {
    return doneOn.isEmpty() && dueOn.isBefore(today);
  }
}
