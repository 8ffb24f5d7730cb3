package org.foyal.territory;

import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;

/// A named street of a commune.
///
/// @param id the commune's code, then the name without accents, for example `75056-rue-lamartine`
/// @param areaCode the neighbourhood of its middle, if one holds it
/// @param length_m length of all its pieces in metres; 0 when unknown
public record Street(
    String id,
    String name,
    String communeCode,
    @Nullable String areaCode,
    int length_m,
    Position middle) {}
