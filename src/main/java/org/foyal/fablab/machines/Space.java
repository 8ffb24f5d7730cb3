package org.foyal.fablab.machines;

import java.util.Optional;
import java.util.UUID;

/// A room of the lab, or a part of one.
///
/// @param place of `learning`: where it stands in the city
/// @param seats how many people it is for
/// @param partOf the room that it is a part of: whoever takes the whole takes its parts, and a part
///   keeps the whole from others
/// @param version of the row, for two people who write at once
public record Space(
    UUID id,
    String name,
    Optional<UUID> place,
    int seats,
    Optional<UUID> partOf,
    boolean active,
    boolean example,
    int version) {}
