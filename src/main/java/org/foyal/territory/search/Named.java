package org.foyal.territory.search;

import org.foyal.kernel.Position;
import org.foyal.territory.search.Hit.Kind;
import org.jspecify.annotations.Nullable;

/// Something that has a name and can be found by it.
///
/// @param importance what ranks it among its kind: residents, or metres
/// @param page whether it has a page of its own
record Named(
    Kind kind,
    String key,
    String name,
    @Nullable String communeCode,
    @Nullable String areaCode,
    @Nullable Position where,
    long importance,
    boolean page) {}
