package org.foyal.territory;

import org.jspecify.annotations.Nullable;

/// What an import said of an area: one of the versions that it has had.
///
/// @param outlineDigest the same for the same outline; none while it was not known
public record AreaVersion(
    String name,
    @Nullable Integer population,
    @Nullable String populationPeriod,
    boolean officialOutline,
    @Nullable String outlineDigest,
    Provenance from) {}
