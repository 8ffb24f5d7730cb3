package org.foyal.learning.courses;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What a session needs and what can be in one place at a time only: a room, a trainer, equipment.
///
/// @param name for the staff; residents are shown rooms only
/// @param place where a room is; the others are anywhere
/// @param seats of a room
/// @param account of a trainer who signs in
/// @param active whether it can be taken for a session
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Resource(
    UUID id,
    Kind kind,
    String name,
    Optional<UUID> place,
    OptionalInt seats,
    Optional<UUID> account,
    boolean active,
    boolean example,
    int version) {
  /// Refuses a room that is nowhere or has no seats, and the others that do.
  ///
  /// @throws IllegalArgumentException when it is so
  public Resource {
    boolean room = kind == Kind.ROOM;
    if (room != place.isPresent()
        || room != seats.isPresent()
        || (account.isPresent() && kind != Kind.TRAINER)) {
      throw new IllegalArgumentException("no such " + kind + ": " + name);
    }
  }

  /// What a resource is.
  public enum Kind {
    /// A room of a place.
    ROOM,
    /// Whoever holds sessions.
    TRAINER,
    /// Something that is carried to a session.
    EQUIPMENT
  }
}
