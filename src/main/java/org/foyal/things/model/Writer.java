package org.foyal.things.model;

/// Who writes.
///
/// @param name for the trail
/// @param example whether what they make is an invention of a demonstration, and marked as one
public record Writer(String name, boolean example, Rights rights) {}
