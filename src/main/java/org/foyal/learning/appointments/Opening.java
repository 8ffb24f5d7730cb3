package org.foyal.learning.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A range of a day that is opened at a place, cut into slots.
///
/// @param series the form that opened it, and others with it
/// @param minutes how long a slot is
/// @param buffer_minutes how long trainer and room stay taken after each
/// @param version for two people who write at once
record Opening(
    UUID id,
    UUID series,
    UUID place,
    Optional<UUID> room,
    UUID trainer,
    LocalDate day,
    LocalTime from,
    LocalTime until,
    int minutes,
    int buffer_minutes,
    int version,
    boolean example) {

  /// A while in which somebody is received.
  record Span(Instant from, Instant until) {}

  /// The same on another day.
  Opening on(LocalDate other) {
    return new Opening(
        UUID.randomUUID(),
        series,
        place,
        room,
        trainer,
        other,
        from,
        until,
        minutes,
        buffer_minutes,
        1,
        example);
  }

  /// The same with somebody else, or in another room.
  Opening with(UUID other, Optional<UUID> otherRoom) {
    return new Opening(
        id,
        series,
        place,
        otherRoom,
        other,
        day,
        from,
        until,
        minutes,
        buffer_minutes,
        version,
        example);
  }

  /// The slots that fit whole.
  List<Span> slots(ZoneId zone) {
    var found = new ArrayList<Span>();
    int last = until.toSecondOfDay() / 60;
    for (int at = from.toSecondOfDay() / 60; at + minutes <= last; at += minutes + buffer_minutes) {
      found.add(new Span(instant(at, zone), instant(at + minutes, zone)));
    }
    return List.copyOf(found);
  }

  private Instant instant(int minute, ZoneId zone) {
    return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
  }
}
