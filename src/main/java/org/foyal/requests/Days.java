package org.foyal.requests;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Reads a day as a form (ISO 8601, `2026-05-22`) or an API (RFC 3339, with time and zone) sends
/// it.
final class Days {
  private Days() {}

  static Optional<LocalDate> read(String text) {
    try {
      return Optional.of(
          text.contains("T") ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
