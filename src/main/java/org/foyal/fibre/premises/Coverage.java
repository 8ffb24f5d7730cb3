package org.foyal.fibre.premises;

import java.util.Optional;

/// How many buildings and homes of an area are in a state.
///
/// @param area empty: in none that the territory knows
/// @param state empty where the source tells of none
/// @param homesMost empty where a building's number is open to above
public record Coverage(
    Optional<String> area,
    Optional<BuildingState> state,
    long buildings,
    long homesLeast,
    Optional<Long> homesMost) {}
