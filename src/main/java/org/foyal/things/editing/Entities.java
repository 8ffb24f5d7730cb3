package org.foyal.things.editing;

import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/// The façade of editing: makes, changes and removes entities, each with what hangs on it, all in
/// one transaction.
@Service
public class Entities {
  /// Makes an entity, with those that it holds (deep insert, 18-088 clause 10.2).
  ///
  /// @param parent the entity below which it was posted; none: its own set
  public Written create(
      EntityType type, @Nullable Parent parent, ObjectNode body, Writer writer) {
    throw new UnsupportedOperationException("soon");
  }

  /// Changes what the body names and nothing else (PATCH, 18-088 clause 10.3).
  public Written update(EntityType type, long id, ObjectNode patch, Writer writer) {
    throw new UnsupportedOperationException("soon");
  }

  /// Puts the body in the place of what was there (PUT); links that it does not name stay.
  public Written replace(EntityType type, long id, ObjectNode body, Writer writer) {
    throw new UnsupportedOperationException("soon");
  }

  /// Removes an entity with what can't be without it (18-088, table 24).
  public Written delete(EntityType type, long id, Writer writer) {
    throw new UnsupportedOperationException("soon");
  }
}
