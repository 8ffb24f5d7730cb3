package org.foyal.territory;

/// Told once an import is committed or undone; whoever keeps something made from the territory
/// makes it anew.
///
/// @param importId the import that was applied or undone
public record TerritoryChanged(long importId) {}
