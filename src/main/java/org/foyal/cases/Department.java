package org.foyal.cases;

import java.util.Optional;

/// A department of the city that answers.
///
/// @param code its name in addresses
/// @param email,phone,address where residents reach it; at least one is known
/// @param active whether it takes new cases
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Department(
    String code,
    String name,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> address,
    boolean active,
    boolean example,
    int version) {}
