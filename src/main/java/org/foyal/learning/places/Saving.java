package org.foyal.learning.places;

/// What can come of saving a place.
public sealed interface Saving {
  /// It stands as given.
  record Saved(Place place) implements Saving {}

  /// Nothing is different from what stands.
  record Same(Place place) implements Saving {}

  /// Somebody else has changed it since; nothing was saved.
  record Overtaken() implements Saving {}

  /// It can't be hidden while so many sessions are to come there.
  record InUse(int sessions) implements Saving {}

  /// Another place has that national identifier.
  record Taken(String national) implements Saving {}
}
