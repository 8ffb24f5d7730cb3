package org.foyal.things.editing;

import java.util.List;
import java.util.Map;
import org.foyal.things.model.EntityType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An entity as somebody sent it, read and found possible.
///
/// @param columns what is written where, JSON as text
/// @param links by the name of the link
/// @param body as it was sent, which observations are read from later
record Draft(
    EntityType type,
    Map<String, @Nullable Object> columns,
    Map<String, List<Linked>> links,
    ObjectNode body) {
  /// What a link leads to.
  sealed interface Linked {
    /// An entity that is to be there.
    record Existing(long id) implements Linked {}

    /// One that is made along.
    record Fresh(Draft draft) implements Linked {}
  }
}
