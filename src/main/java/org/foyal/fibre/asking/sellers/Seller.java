package org.foyal.fibre.asking.sellers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// An operator that residents can ask.
///
/// @param code as the regulator writes it; empty where nobody said
/// @param page where it says what it sells
/// @param checkedOn when an agent last saw that this line is right
/// @param active whether residents are shown it
/// @param version of the row, for two people who write at once
public record Seller(
    UUID id,
    String name,
    Optional<String> code,
    Optional<String> phone,
    Optional<String> page,
    LocalDate checkedOn,
    boolean active,
    boolean example,
    int version) {}
