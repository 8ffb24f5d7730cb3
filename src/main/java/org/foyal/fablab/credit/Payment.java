package org.foyal.fablab.credit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A booking that is to be paid for.
///
/// @param type the kind of machine
/// @param when it begins
/// @param receipt its number in the counter's book, where money is paid
public record Payment(
    UUID booking, UUID member, String type, int minutes, Instant when, Optional<String> receipt) {
  /// Checks the minutes.
  public Payment {
    if (minutes < 1 || minutes > 1440) {
      throw new IllegalArgumentException("minutes of one day: " + minutes);
    }
  }
}
