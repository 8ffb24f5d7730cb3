package org.foyal.territory.files;

import org.foyal.territory.files.reading.Refusal;

/// What can come of bringing a file in.
public sealed interface ImportOutcome {
  /// The territory changed; the import can be undone by its number.
  record Applied(long importId, ImportReport report) implements ImportOutcome {}

  /// A trial: nothing changed, this is what would.
  record Tried(ImportReport report) implements ImportOutcome {}

  /// Everything in the file stands already: no new version was made.
  record NothingNew(ImportReport report) implements ImportOutcome {}

  /// Some rows were refused and all or nothing was asked: nothing changed.
  record HeldBack(ImportReport report) implements ImportOutcome {}

  /// The file can't be read at all: nothing changed.
  record Unreadable(Refusal refusal) implements ImportOutcome {}

  /// Another import is at work; nothing changed, ask again.
  record Busy() implements ImportOutcome {}
}
