package org.foyal.territory.files;

/// What can come of undoing an import.
public sealed interface Undoing {
  /// The territory is what it was before.
  record Undone(ImportRecord what) implements Undoing {}

  /// A later import stands on it: that one must be undone first.
  record StoodUpon(ImportRecord what) implements Undoing {}

  /// There is no such import, or it was undone already.
  record NothingToUndo() implements Undoing {}

  /// Another import is at work; nothing changed.
  record Busy() implements Undoing {}
}
