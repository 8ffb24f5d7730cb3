package org.foyal.things.query;

import java.util.List;
import org.foyal.things.query.asked.Options;
import org.foyal.things.query.asked.Property;
import org.jspecify.annotations.Nullable;

/// Some entities of a set, with what was asked of them.
///
/// @param properties those that were asked for, in the order of each entity's contents
/// @param count how many there are in all, where that was asked
/// @param after where the next page begins; none: this is the last
public record Page(
    List<Entity> entities,
    List<Property> properties,
    Options options,
    @Nullable Long count,
    @Nullable String after) {}
