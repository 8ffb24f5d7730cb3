package org.foyal.things.alerts;

import java.util.Optional;

/// What a rule is about, as people know it.
///
/// @param unit the sign of the unit, if there is one
/// @param example whether a demonstration invented it
public record Source(
    long thing,
    String thingName,
    long datastream,
    String datastreamName,
    Optional<String> unit,
    boolean example) {}
