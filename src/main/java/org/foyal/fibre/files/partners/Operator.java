package org.foyal.fibre.files.partners;

/// Who builds a network, or sells on it.
///
/// @param code as Interop'Fibre and the regulator write it, four letters most often
/// @param example whether a demonstration invented it
public record Operator(String code, String name, boolean example) {}
