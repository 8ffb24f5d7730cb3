package org.foyal.fibre.files;

/// What can come of taking a delivery back.
public sealed interface Undoing {
  /// What stood before it stands again; what was known in between stays known.
  record Undone(Delivery what) implements Undoing {}

  /// A later delivery of the same kind stands, or another that says something newer of the same
  /// things: that one must be undone first.
  ///
  /// @param later its number; 0: somebody said it by hand
  record StoodUpon(Delivery what, long later) implements Undoing {}

  /// There is no such delivery, or it was undone already.
  record NothingToUndo() implements Undoing {}

  /// It is another operator's.
  record NotYours() implements Undoing {}

  /// Another file is at work; nothing changed.
  record Busy() implements Undoing {}
}
