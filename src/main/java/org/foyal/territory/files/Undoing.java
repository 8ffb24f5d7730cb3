package org.foyal.territory.files;

/// What can come of undoing an import.
public sealed interface Undoing {
  /// The territory is what it was before.
  record Undone(ImportRecord what) implements Undoing {}

  /// A later import stands on it: that one must be undone first.
  record StoodUpon(ImportRecord what) implements Undoing {}

  /// So many scores speak of areas that would be gone: their import must be undone first.
  record ScoresStand(ImportRecord what, long scores) implements Undoing {}

  /// There is no such import, or it was undone already.
  record NothingToUndo() implements Undoing {}

  /// Another import is at work; nothing changed.
  record Busy() implements Undoing {}
}
