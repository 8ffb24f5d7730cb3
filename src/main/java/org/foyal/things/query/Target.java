package org.foyal.things.query;

import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.jspecify.annotations.Nullable;

/// What an address names for whoever writes there.
public sealed interface Target {
  /// A set, of one entity or of the service.
  record Several(EntityType type, @Nullable Parent parent) implements Target {}

  /// One entity.
  record One(EntityType type, long id) implements Target {}

  /// Nothing that could be written to.
  record Nowhere(String reason) implements Target {}
}
