package org.foyal.fablab.visits;

import java.util.UUID;
import org.foyal.fablab.booking.Booking.Span;

/// A class, an association or a company that comes together. It takes a room with all its parts and
/// whatever stands in them, and counts against nobody's own limits.
///
/// @param id of the form: the same one is noted once
/// @param visitors who comes, as they call themselves; nobody's name
/// @param people how many, those who accompany them too
/// @param email where to write if it is called off; empty: nowhere
public record Visit(UUID id, UUID space, String visitors, int people, Span span, String email) {
  /// Most people of one visit.
  public static final int MOST_PEOPLE = 500;

  private static final int LONGEST = 200;

  /// Checks what the database checks.
  ///
  /// @throws IllegalArgumentException where nobody comes, or more than can
  public Visit {
    if (visitors.isBlank() || visitors.length() > LONGEST || people < 1 || people > MOST_PEOPLE) {
      throw new IllegalArgumentException("no visit: " + people);
    }
  }
}
