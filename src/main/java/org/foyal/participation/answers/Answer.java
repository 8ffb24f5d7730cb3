package org.foyal.participation.answers;

import java.time.Instant;
import java.util.List;

/// What was answered, in public. Nobody edits it; a later addition is a second answer.
///
/// @param name of the official, as it was then
/// @param pledges what it commits to
public record Answer(
    long id,
    long caseId,
    String words,
    Author author,
    String name,
    Instant at,
    List<Pledge> pledges) {
  /// Who wrote it.
  public enum Author {
    /// The official.
    OFFICIAL,
    /// The official’s office.
    OFFICE;

    /// The key of its name for readers.
    public String words() {
      return "participation.author." + name();
    }
  }
}
