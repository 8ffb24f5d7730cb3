package org.foyal.territory;

/// Told in this process once it knows the territory's newest version, whoever imported it: here, or
/// another process into the same database. Not before the areas are read anew.
///
/// @param version the territory's version
public record TerritoryFollowed(long version) {}
