package org.foyal.things.model;

/// What became of an entity that somebody wrote.
public sealed interface Written {
  /// It was made.
  record Created(EntityType type, long id) implements Written {}

  /// It was changed.
  record Changed(EntityType type, long id) implements Written {}

  /// It is gone, with what hung on it.
  record Deleted(EntityType type, long id) implements Written {}

  /// Something that was sent can't be what it should be; nothing was written.
  ///
  /// @param where the property, as the sender wrote it; empty: the whole
  /// @param reason what is wrong and what to do
  record Malformed(String where, String reason) implements Written {}

  /// There is no such entity; nothing was written.
  record Missing(EntityType type, long id) implements Written {}

  /// Whoever writes may not write there; nothing was written.
  record Forbidden(String reason) implements Written {}

  /// The datastream takes one observation a time, and has one; nothing was written.
  record Duplicate(String reason) implements Written {}
}
